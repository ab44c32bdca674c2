package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A doctor opens a chart in an emergency.
 *
 * @param clinicId the clinic in whose name; may be left out by somebody with one clinic
 * @param reason why, in a sentence that the owner and the reviewer read
 */
public record BreakGlass(
        ClinicId clinicId,

        @NotBlank @Size(min = Limits.REASON_LEAST, max = Limits.PURPOSE_MOST) @Pattern(regexp = Limits.LINE)
        String reason)
        implements AboutClinic {}
