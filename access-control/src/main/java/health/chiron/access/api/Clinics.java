package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;
import java.util.List;

/** Clinics and the people who work there. */
@Local
public interface Clinics {
    /** Registers a clinic; for platform administrators. */
    ClinicView register(ClinicData profile);

    /** A clinic's profile; for its members and for platform administrators. */
    ClinicView get(ClinicId clinic);

    /** The clinics that the actor works at; all of them for platform administrators. By name. */
    Page<ClinicView> list(PageRequest page);

    /**
     * Changes a clinic's profile; for its administrators and platform administrators.
     *
     * @param version the version that the change is based on
     * @throws health.chiron.domain.shared.Refusal stale when it is not the current one
     */
    ClinicView change(ClinicId clinic, long version, ClinicData profile);

    /** The doctors whom an access request may name; for members of the clinic. */
    List<DoctorView> doctors(ClinicId clinic);

    /** Makes an account for somebody who works here; for platform administrators and the clinic's own. */
    AccountView addAccount(NewAccount account);

    /** Adds a doctor; for platform administrators and the clinic's own. */
    DoctorView addDoctor(NewDoctor doctor);
}
