package health.chiron.access.api;

import health.chiron.domain.access.SsoLinkId;
import java.time.Instant;

/**
 * A link of the own account to an identity.
 *
 * @param ssoProvider the provider's name
 * @param label what people call the provider; its name when the house does not offer it any more
 * @param offered whether the house offers the provider now
 * @param externalId how the provider names the person
 * @param email the verified mail address that the provider named when it was linked; null for none
 * @param accountLinkedAt when it was linked
 * @param lastSsoLogin when it was used last
 */
public record SsoLinkView(
        SsoLinkId id,
        String ssoProvider,
        String label,
        boolean offered,
        String externalId,
        String email,
        Instant accountLinkedAt,
        Instant lastSsoLogin) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "SsoLinkView[" + id + "]";
    }
}
