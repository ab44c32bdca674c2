package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A program that a clinic registers.
 *
 * @param clinicId for which clinic it acts; may be left out by whoever runs only one
 * @param name shown wherever the program acts
 * @param contact the mail address of whoever runs it
 * @param purpose what it is for, in plain words: the platform decides on the ground of it
 * @param scopes what it wants to be allowed, such as {@code system/Patient.rs system/Encounter.r}, with blanks between
 */
public record NewApiClient(
        ClinicId clinicId,

        @NotBlank @Size(max = Limits.PROGRAM) @Pattern(regexp = Limits.LINE)
        String name,

        @NotBlank @Size(max = Limits.EMAIL) @Pattern(regexp = Limits.EMAIL_PATTERN)
        String contact,

        @NotBlank @Size(min = Limits.PURPOSE_LEAST, max = Limits.PURPOSE_MOST) @Pattern(regexp = Limits.TEXT)
        String purpose,

        @NotBlank @Size(max = Limits.SCOPES) @Pattern(regexp = Limits.LINE)
        String scopes)
        implements AboutClinic {}
