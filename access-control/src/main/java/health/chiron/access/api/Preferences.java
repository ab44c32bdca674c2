package health.chiron.access.api;

import health.chiron.domain.access.Theme;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * How the portal speaks and looks to a person.
 *
 * @param language {@code en} or {@code de}
 * @param theme light, dark, or as the device is set
 * @param timeZone an IANA zone such as {@code Europe/Berlin}
 */
public record Preferences(
        @NotNull @Pattern(regexp = "en|de") String language,
        @NotNull Theme theme,
        @NotNull @Size(max = 64) String timeZone) {}
