package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;

/** Who looked, and the proof that the log still says what was written. Reading it leaves a row as well. */
@Local
public interface AuditTrail {
    /** The longest span of a search that is sorted by anything but the time, and names neither patient, person, grant nor request. */
    int DAYS_SORTED = 92;

    /** The most entries of an export. */
    int MOST_EXPORTED = 200_000;

    /** How many entries one part of an export holds. */
    int EXPORT_PART = 2_000;

    /**
     * Who read or wrote what of a patient; for the owner.
     *
     * @throws health.chiron.domain.shared.Refusal naming {@code from} when the order asks for a shorter span
     */
    AuditPage ofPatient(PatientId patient, AuditQuery query, PageRequest page);

    /** What was done in a clinic's name; for its administrators. Refuses as {@link #ofPatient} does. */
    AuditPage ofClinic(ClinicId clinic, AuditQuery query, PageRequest page);

    /** The whole log by filter; for auditors. Refuses as {@link #ofPatient} does. */
    AuditPage search(AuditQuery query, PageRequest page);

    /**
     * The next part of an export, newest first whatever the query's order: each part is an act of its own with a row of its own, so
     * that nothing leaves the house unlogged and no transaction stays open while somebody downloads.
     *
     * @param after the last entry of the part before; null for the first part
     * @throws health.chiron.domain.shared.Refusal naming {@code from} when the first part finds more than {@link #MOST_EXPORTED}
     */
    List<AccessEntry> exportOfPatient(PatientId patient, AuditQuery query, AuditMark after);

    /** The next part of an export of what was done in a clinic's name; as {@link #exportOfPatient}. */
    List<AccessEntry> exportOfClinic(ClinicId clinic, AuditQuery query, AuditMark after);

    /** The next part of an export of the whole log; as {@link #exportOfPatient}. */
    List<AccessEntry> export(AuditQuery query, AuditMark after);

    /** Acts on accounts, clinics and sessions, newest first, without any patient; for platform administrators and auditors. */
    Page<ActivityEntry> activity(ActivityQuery query, PageRequest page);

    /**
     * Accounts whose name or sign-in name contains some words, by name: to narrow the log to one of them. For auditors and platform
     * administrators.
     */
    Page<LoggedPerson> people(LoggedPeopleQuery query, PageRequest page);

    /** What the actor's own account did and had done to it: sign-ins, changes; newest first. For everybody. */
    Page<ActivityEntry> own(PageRequest page);

    /** Reads the whole chain again and says whether it holds; for auditors. */
    ChainReport verify();

    /**
     * Starts a verification that goes on by itself, in chunks; for auditors.
     *
     * @throws health.chiron.domain.shared.Refusal {@code audit/verification-runs} while another one runs
     */
    Verification startVerification();

    /** How far the latest verification is, or what it found; empty when there was none. For auditors. */
    Optional<Verification> verification();

    /** The heads that were published outside the database, newest first, at most a hundred; for auditors. */
    List<PublishedHead> heads();
}
