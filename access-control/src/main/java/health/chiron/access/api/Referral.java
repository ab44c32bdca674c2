package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.Section;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * A doctor who has access sends a patient on.
 *
 * @param clinicId to which clinic: an active one whose licence was checked
 * @param purpose what for, in words that the owner and the other clinic read
 * @param sections which parts of the chart, at most those of the own access; left out or empty, all of these
 * @param grantHours how long the other clinic's access is to last; left out, as that clinic is set
 */
public record Referral(
        @NotNull ClinicId clinicId,

        @NotBlank @Size(min = Limits.PURPOSE_LEAST, max = Limits.PURPOSE_MOST) @Pattern(regexp = Limits.LINE)
        String purpose,

        Set<Section> sections,
        @Min(1) @Max(Limits.GRANT_HOURS_MOST) Integer grantHours) {}
