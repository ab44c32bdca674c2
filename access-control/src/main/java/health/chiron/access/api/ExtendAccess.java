package health.chiron.access.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Asks for longer: for the same doctor, purpose and parts of the chart.
 *
 * @param grantHours how long from the new code on, 1 to 720 hours; left out, as the clinic is set
 */
public record ExtendAccess(
        @Min(1) @Max(Limits.GRANT_HOURS_MOST) Integer grantHours) {}
