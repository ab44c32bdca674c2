package health.chiron.records.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.VisitId;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/** Visit records: draft, signed, added to. */
@Local
public interface Visits {
    /** Begins a visit record as a draft that only its author sees. */
    VisitView draft(PatientId patient, VisitContent content);

    /**
     * Changes a draft; for its author.
     *
     * @throws health.chiron.domain.shared.Refusal stale; conflict {@code records/visit-signed}
     */
    VisitView change(VisitId visit, long version, VisitContent content);

    /**
     * Signs a draft for good; for its author.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code records/visit-empty}, {@code records/visit-signed}; stale
     */
    VisitView sign(VisitId visit, long version);

    /** Adds a later word to a signed visit: 1 to 8000 characters. */
    VisitView addAddendum(VisitId visit, NewAddendum addendum);

    /** A visit record with its addenda. */
    VisitView get(VisitId visit);

    /** A patient's visits, newest first. Drafts only for their author. */
    VisitPage ofPatient(PatientId patient, VisitQuery query, PageRequest page);

    /** The records created at a clinic, newest first; for its administrators. */
    VisitPage ofClinic(ClinicId clinic, VisitQuery query, PageRequest page);

    /** The actor's own drafts that are still open to them, last changed first. */
    VisitPage myDrafts(PageRequest page);
}
