package health.chiron.access.api;

import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/** Doctors' public profiles: everybody who is signed in reads them, each doctor keeps the own one. */
@Local
public interface Doctors {
    /** The doctors, by name. */
    Page<DoctorProfile> search(DoctorQuery query, PageRequest page);

    /** One of them. */
    DoctorProfile get(ListedPerson doctor);

    /**
     * Changes the actor's own profile. A new licence number takes the verification away.
     *
     * @param version the version that the change is based on
     * @throws health.chiron.domain.shared.Refusal stale; {@code doctor/license-taken}; forbidden for anybody else's profile
     */
    DoctorProfile change(ListedPerson doctor, long version, DoctorData data);

    /**
     * Vouches for the licence; for platform administrators.
     *
     * @param version the version that was looked at
     * @throws health.chiron.domain.shared.Refusal stale; {@code doctor/no-license}
     */
    DoctorProfile verify(ListedPerson doctor, long version);

    /** Takes the verification away; for platform administrators. */
    DoctorProfile withdrawVerification(ListedPerson doctor);
}
