package health.chiron.access.api;

import health.chiron.domain.access.AuthMethod;
import health.chiron.domain.access.LinkingPreference;
import java.time.Instant;
import java.util.List;

/**
 * How the own account stands with single sign-on.
 *
 * @param ssoLinkingPreference what the holder has said; null for what the provider's operator has set
 * @param mayAutoLink whether automatic linking is possible at all: never for administrators and auditors
 * @param lastSsoLogin when it was used last; null for never
 * @param links the linked identities, the oldest first
 * @param available providers that the house offers and that are not linked
 */
public record SsoView(
        AuthMethod authMethod,
        LinkingPreference ssoLinkingPreference,
        boolean mayAutoLink,
        Instant lastSsoLogin,
        List<SsoLinkView> links,
        List<SsoProvider> available) {
    /** Copies the lists. */
    public SsoView {
        links = List.copyOf(links);
        available = List.copyOf(available);
    }
}
