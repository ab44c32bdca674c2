package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A doctor's public profile.
 *
 * @param id the doctor's account
 * @param verified whether somebody who runs the installation vouches for the licence
 * @param verifiedAt since when
 * @param active whether the doctor may be chosen for new requests
 * @param clinics where the doctor works now, by name
 * @param version for the next change
 */
public record DoctorProfile(
        AccountId id,
        String fullName,
        String licenseNumber,
        String specialization,
        Integer yearsOfExperience,
        String qualifications,
        String bio,
        boolean verified,
        Instant verifiedAt,
        boolean active,
        List<ManagedAccount.Workplace> clinics,
        long version)
        implements AboutRecord {
    /** Copies the list. */
    public DoctorProfile {
        clinics = List.copyOf(clinics);
    }

    @Override
    public UUID recordId() {
        return id.value();
    }
}
