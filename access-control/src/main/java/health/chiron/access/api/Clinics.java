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
    Page<ClinicView> list(ClinicQuery query, PageRequest page);

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

    /**
     * Vouches for a clinic's licence; for platform administrators.
     *
     * @param version the version that was looked at
     * @throws health.chiron.domain.shared.Refusal stale when it is not the current one
     */
    ClinicView verify(ClinicId clinic, long version);

    /** Takes the verification away; for platform administrators. */
    ClinicView withdrawVerification(ClinicId clinic);

    /**
     * Closes a clinic: from the next request on it opens nothing to anybody; for platform administrators.
     *
     * @throws health.chiron.domain.shared.Refusal {@code clinic/inactive} when it is closed already
     */
    ClinicView deactivate(ClinicId clinic);

    /**
     * Opens it again; for platform administrators.
     *
     * @throws health.chiron.domain.shared.Refusal {@code clinic/active} when it is open
     */
    ClinicView activate(ClinicId clinic);
}
