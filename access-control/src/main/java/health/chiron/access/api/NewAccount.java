package health.chiron.access.api;

import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.EmploymentType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An account to be made. Without a password the person gets an invitation by mail.
 *
 * @param kind not owner or system: owners come with their patients, jobs with the installation
 * @param username unique; upper and lower case are the same
 * @param email unique; needed for the invitation
 * @param password optional first password
 * @param passwordChangeRequired whether the holder has to choose another before anything else; yes if left out, for whoever sets it here
 *     knows it. Not for programs (integrators), which cannot
 * @param clinicId the clinic to belong to; needed for every kind that works at one
 * @param employmentType how the person belongs to the clinic; full time if left out
 */
public record NewAccount(
        @NotNull AccountKind kind,
        @NotBlank @Pattern(regexp = Limits.USERNAME_PATTERN) String username,

        @NotBlank @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE)
        String fullName,

        @Size(max = Limits.EMAIL) @Pattern(regexp = Limits.EMAIL_PATTERN)
        String email,

        @Size(min = Limits.PASSWORD_LEAST, max = Limits.PASSWORD_MOST)
        String password,

        Boolean passwordChangeRequired,
        ClinicId clinicId,
        EmploymentType employmentType)
        implements AboutClinic {
    /** Says nothing of the password or the person. */
    @Override
    public String toString() {
        return "NewAccount[...]";
    }
}
