package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
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
 * An owner lets a clinic of their choice in, before it asks.
 *
 * @param clinicId the clinic that gets the code from the owner
 * @param doctorId the doctor to whom access is bound; left out, it is every doctor of the clinic
 * @param purpose what for, in words that the clinic reads
 * @param sections which parts of the chart; left out or empty, the whole chart
 * @param grantHours how long, 1 to 720 hours; left out, as the clinic is set
 * @param byLetter whether the digits go to the owner's proven contact as well
 */
public record OfferAccess(
        @NotNull ClinicId clinicId,
        AccountId doctorId,

        @NotBlank @Size(min = Limits.PURPOSE_LEAST, max = Limits.PURPOSE_MOST) @Pattern(regexp = Limits.LINE)
        String purpose,

        Set<Section> sections,
        @Min(1) @Max(Limits.GRANT_HOURS_MOST) Integer grantHours,
        Boolean byLetter) {}
