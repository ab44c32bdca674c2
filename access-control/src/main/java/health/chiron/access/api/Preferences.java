package health.chiron.access.api;

import health.chiron.domain.access.DateFormat;
import health.chiron.domain.access.Theme;
import health.chiron.domain.access.UnitSystem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * How the portal speaks and looks to a person.
 *
 * @param language {@code en} or {@code de}
 * @param theme light, dark, or as the device is set
 * @param timeZone an IANA zone such as {@code Europe/Berlin}
 * @param unitSystem in which units values are shown; left as it is when it is missing
 * @param dateFormat how dates are written; left as it is when it is missing
 * @param sessionMinutes how long a portal session may rest, 5 to 720, and never longer than the house allows; left as it is when
 *     it is missing
 */
public record Preferences(
        @NotNull @Pattern(regexp = "en|de") String language,
        @NotNull Theme theme,
        @NotNull @Size(max = 64) String timeZone,
        UnitSystem unitSystem,
        DateFormat dateFormat,

        @Min(Limits.SESSION_MINUTES_LEAST) @Max(Limits.SESSION_MINUTES_MOST)
        Integer sessionMinutes) {}
