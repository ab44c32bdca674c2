package health.chiron.access.api;

import health.chiron.domain.access.Weekday;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * From and until when a clinic is open on a weekday, in its own zone. Over midnight it is written as two.
 *
 * @param opens such as {@code 08:00}
 * @param closes such as {@code 18:30}; {@code 24:00} is the end of the day
 */
public record OpeningInterval(
        @NotNull Weekday day,
        @NotNull @Pattern(regexp = Limits.OPENS) String opens,
        @NotNull @Pattern(regexp = Limits.CLOSES) String closes) {}
