package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/** Who looked, and the proof that the log still says what was written. */
@Local
public interface AuditTrail {
    /** Who read or wrote what of a patient, newest first; for the owner. */
    Page<AccessEntry> ofPatient(PatientId patient, PageRequest page);

    /** What was done in a clinic's name, newest first; for its administrators. */
    Page<AccessEntry> ofClinic(ClinicId clinic, PageRequest page);

    /** The whole log by filter, newest first; for auditors. */
    Page<AccessEntry> search(AuditQuery query, PageRequest page);

    /** Reads the whole chain again and says whether it holds; for auditors. */
    ChainReport verify();
}
