package health.chiron.access.api;

import jakarta.ejb.Local;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Signing in at the portal through a provider of single sign-on (OpenID Connect, authorization code with PKCE). No answer tells
 * whether there is an account, but to whoever has proven to be its holder. Second factor, required password change, pause and
 * deactivation hold as they do for a password.
 */
@Local
public interface SingleSignOn {
    /** The providers that this house offers; none is usual. */
    List<SsoProvider> providers();

    /**
     * Begins a journey to a provider.
     *
     * @throws health.chiron.domain.shared.Refusal not found; too many {@code rate/too-many}; unauthenticated {@code sso/failed}
     *     when the provider does not answer as it should
     */
    SsoStart begin(String provider);

    /**
     * Ends a journey: exchanges the code, checks the ID token, and signs in whom it names. Each journey ends once.
     *
     * @param journey the one that this browser began with this state; null when it began none
     * @return the session, or what is asked before: {@link NextStep.Needs#LINK} when no account is linked
     * @throws health.chiron.domain.shared.Refusal unauthenticated {@code sso/failed} whatever does not hold,
     *     {@code sso/declined} when the provider or the person said no, {@code sso/not-admitted} when the mail address is of no
     *     admitted domain or the account is not in use; too many {@code sign-in/locked}, {@code rate/too-many}
     */
    PortalSignIn arrive(SsoJourney journey, SsoAnswer answer);

    /**
     * Who has arrived, for the page that asks for the account.
     *
     * @throws health.chiron.domain.shared.Refusal unauthenticated {@code sign-in/step-over}
     */
    SsoArrival arrival(UUID arrival);

    /**
     * Links the identity to the account whose password this is, once the account's second factor is proven too. Refused as signing in
     * is.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code sso/other-identity} when the account is linked with somebody else
     *     of this provider, {@code sso/not-for-programs}
     */
    PortalSignIn link(UUID arrival, Credentials credentials);

    /**
     * Makes an owner's account for somebody who has arrived.
     *
     * @param language {@code en} or {@code de}
     * @throws health.chiron.domain.shared.Refusal forbidden {@code sso/no-new-accounts}; unauthenticated {@code sign-in/step-over}
     */
    PortalSignIn makeAccount(UUID arrival, String language);

    /** Where the provider signs people out as well; empty when it does not, or is not known. Asks nobody. */
    Optional<URI> farewell(String provider);
}
