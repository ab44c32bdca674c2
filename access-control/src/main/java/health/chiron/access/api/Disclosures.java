package health.chiron.access.api;

import health.chiron.domain.records.PatientId;
import jakarta.ejb.Local;
import java.time.ZoneId;

/**
 * The accounting of disclosures of a patient (45 CFR 164.528): to whom, when, what and for what purpose the record was shown. What the
 * owner did is left out; everything else that was let in stands there, whether it read or wrote.
 */
@Local
public interface Disclosures {
    /** The most lines of one account; a patient with more has to be asked about in shorter periods. */
    int MOST = 10_000;

    /** The most lines of one account on paper. */
    int MOST_ON_PAPER = 2_000;

    /**
     * The account of a patient; for the owner.
     *
     * @throws health.chiron.domain.shared.Refusal naming {@code from} when there are more than {@link #MOST} lines
     */
    DisclosureAccount ofPatient(PatientId patient, DisclosurePeriod period);

    /** The same to be taken away as a file. */
    DisclosureAccount exportOfPatient(PatientId patient, DisclosurePeriod period);

    /**
     * The account on paper, as PDF; for the owner.
     *
     * @param language {@code en} or {@code de}
     * @param zone in which its times are told
     * @throws health.chiron.domain.shared.Refusal naming {@code from} when there are more than {@link #MOST_ON_PAPER} lines
     */
    byte[] paperOfPatient(PatientId patient, DisclosurePeriod period, String language, ZoneId zone);

    /** The account of any patient; for auditors. It has no name of the patient: auditors see none. */
    DisclosureAccount ofAnybody(DisclosureQuery query);

    /** The same to be taken away as a file. */
    DisclosureAccount exportOfAnybody(DisclosureQuery query);

    /** The same on paper; refuses as {@link #paperOfPatient} does. */
    DisclosurePaper paperOfAnybody(DisclosureQuery query, String language, ZoneId zone);
}
