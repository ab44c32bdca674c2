package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.EmploymentType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Asks somebody who has an account already to work at one more clinic.
 *
 * @param addressedTo the exact sign-in name or mail address; upper and lower case are the same
 * @param employmentType how the person is to belong to the clinic; full time if left out
 */
public record NewClinicInvitation(
        @NotNull ClinicId clinicId,

        @NotBlank @Size(min = 3, max = Limits.EMAIL) @Pattern(regexp = Limits.LINE)
        String addressedTo,

        EmploymentType employmentType)
        implements AboutClinic {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "NewClinicInvitation[...]";
    }
}
