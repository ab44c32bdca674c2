package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.EmploymentType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A doctor to be added to a clinic: account, profile (veterinary seed, doctor_profiles) and association in one act.
 *
 * @param licenseNumber unique among practitioners
 * @param yearsOfExperience 0 to 80
 * @param passwordChangeRequired whether the doctor has to choose another password before anything else; yes if left out
 */
public record NewDoctor(
        @NotNull ClinicId clinicId,
        @NotBlank @Pattern(regexp = Limits.USERNAME_PATTERN) String username,

        @NotBlank @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE)
        String fullName,

        @Size(max = Limits.EMAIL) @Pattern(regexp = Limits.EMAIL_PATTERN)
        String email,

        @Size(min = Limits.PASSWORD_LEAST, max = Limits.PASSWORD_MOST)
        String password,

        Boolean passwordChangeRequired,

        @NotBlank @Size(max = 50) @Pattern(regexp = Limits.LINE)
        String licenseNumber,

        @Size(max = 100) @Pattern(regexp = Limits.LINE) String specialization,
        @Min(0) @Max(80) Integer yearsOfExperience,
        @Size(max = 1000) @Pattern(regexp = Limits.TEXT) String qualifications,
        @Size(max = 4000) @Pattern(regexp = Limits.TEXT) String bio,
        EmploymentType employmentType)
        implements AboutClinic {
    /** Says nothing of the password or the person. */
    @Override
    public String toString() {
        return "NewDoctor[...]";
    }
}
