package health.chiron.records.api;

import health.chiron.access.api.AboutClinic;
import health.chiron.access.api.Limits;
import health.chiron.domain.access.ClinicId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * How a doctor finds a patient in an emergency, without the owner: the exact whole name and the exact date of birth.
 *
 * @param clinicId the clinic in whose name; may be left out by somebody with one clinic
 */
public record EmergencyLookup(
        ClinicId clinicId,

        @NotBlank @Size(max = 201) @Pattern(regexp = Limits.LINE)
        String name,

        @NotNull LocalDate birthDate)
        implements AboutClinic {
    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "EmergencyLookup[...]";
    }
}
