package health.chiron.access.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a doctor says of the own work (veterinary seed, doctor_profiles).
 *
 * @param licenseNumber unique among practitioners; a new one takes the verification away
 * @param yearsOfExperience 0 to 80
 * @param active whether the doctor may be chosen for new requests; true if left out
 */
public record DoctorData(
        @NotBlank @Size(max = 50) @Pattern(regexp = Limits.LINE)
        String licenseNumber,

        @Size(max = 100) @Pattern(regexp = Limits.LINE) String specialization,
        @Min(0) @Max(80) Integer yearsOfExperience,
        @Size(max = 1000) @Pattern(regexp = Limits.TEXT) String qualifications,
        @Size(max = 4000) @Pattern(regexp = Limits.TEXT) String bio,
        Boolean active) {}
