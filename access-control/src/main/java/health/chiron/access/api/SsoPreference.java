package health.chiron.access.api;

import health.chiron.domain.access.LinkingPreference;
import jakarta.validation.constraints.NotNull;

/**
 * What is to happen when somebody with the same verified mail address arrives from a provider.
 *
 * @param ssoLinkingPreference automatic linking is not for administrators and auditors
 */
public record SsoPreference(@NotNull LinkingPreference ssoLinkingPreference) {}
