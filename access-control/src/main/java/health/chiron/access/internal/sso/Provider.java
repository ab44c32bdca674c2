package health.chiron.access.internal.sso;

import health.chiron.domain.access.LinkingPreference;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A provider of single sign-on as the operator has set it up.
 *
 * @param name in addresses and settings
 * @param label what the button says after «Sign in with»
 * @param issuer exactly as the provider writes it
 * @param secret of the client at the provider; of the operator's file
 * @param domains of mail addresses that are admitted; empty for all
 * @param scopes asked for, {@code openid} among them
 * @param linking what holds for accounts whose holder has said nothing
 * @param newAccounts whether people without an account may get one as an owner
 * @param plain whether plain http is allowed: in a demo only
 */
public record Provider(
        String name,
        String label,
        URI issuer,
        String clientId,
        String secret,
        Set<String> domains,
        List<String> scopes,
        LinkingPreference linking,
        boolean newAccounts,
        boolean plain) {
    /** Copies the lists. */
    public Provider {
        domains = Set.copyOf(domains);
        scopes = List.copyOf(scopes);
    }

    /** Whether a verified mail address is admitted. */
    boolean admits(String mail) {
        return domains.isEmpty() || mail != null && domains.contains(mail.substring(mail.lastIndexOf('@') + 1));
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "Provider[" + name + "]";
    }
}
