package health.chiron.access.api;

import health.chiron.domain.access.OpeningHours;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A clinic's profile (veterinary seed, clinic_profiles).
 *
 * @param licenseNumber unique among clinics
 * @param timeZone an IANA zone such as {@code America/New_York}
 * @param operatingHours the opening hours in words, for people: holidays, by appointment, emergencies
 * @param openingHours the opening hours as appointments obey them, in the clinic's zone
 * @param servicesOffered what it does, one entry each
 * @param grantHours how long access lasts when a request does not say, 1 to 720 hours
 */
public record ClinicData(
        @NotBlank @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE)
        String clinicName,

        @NotBlank @Size(max = 50) @Pattern(regexp = Limits.LINE)
        String licenseNumber,

        @Size(max = Limits.ADDRESS) @Pattern(regexp = Limits.TEXT)
        String address,

        @Pattern(regexp = Limits.PHONE) String phone,

        @Size(max = Limits.EMAIL) @Pattern(regexp = Limits.EMAIL_PATTERN)
        String email,

        @NotNull @Size(max = 64) String timeZone,
        @Size(max = 500) @Pattern(regexp = Limits.TEXT) String operatingHours,
        @Size(max = OpeningHours.MOST) List<@Valid @NotNull OpeningInterval> openingHours,

        @Size(max = Limits.SERVICES_MOST)
        List<@NotBlank @Size(max = Limits.SERVICE) @Pattern(regexp = Limits.LINE) String> servicesOffered,

        @NotNull @Min(1) @Max(Limits.GRANT_HOURS_MOST) Integer grantHours) {
    /** Copies the lists; left out, they are empty. */
    public ClinicData {
        openingHours = openingHours == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(openingHours));
        servicesOffered =
                servicesOffered == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(servicesOffered));
    }
}
