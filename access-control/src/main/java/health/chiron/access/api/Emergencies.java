package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/** Break-glass: a doctor opens a chart without the owner, with a reason, for an hour; and somebody looks at it afterwards (ADR 23). */
@Local
public interface Emergencies {
    /**
     * Opens the whole chart to the acting doctor for an hour. Every owner is told at once, on every proven contact.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code access/emergency-open} while one of the doctor's is open,
     *     {@code access/emergency-ended-by-owner} within a day after the owner ended one that nobody has found justified; too
     *     many {@code access/emergency-needs-review} when two of the last day wait for their review
     */
    GrantView open(PatientId patient, BreakGlass emergency);

    /**
     * The emergencies of a clinic, those without a judgement first, then newest first; for its administrators.
     *
     * @param waiting only those that wait for a judgement, or only the others; null for both
     */
    Page<GrantView> ofClinic(ClinicId clinic, Boolean waiting, PageRequest page);

    /**
     * Judges an emergency that is over; for administrators of its clinic. The owner sees it.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code access/emergency-open} while it is open, {@code
     *     access/emergency-reviewed} when it was judged already; not found when the grant was no emergency
     */
    GrantView review(GrantId grant, EmergencyJudgement judgement);
}
