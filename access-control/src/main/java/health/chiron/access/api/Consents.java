package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ConsentId;
import health.chiron.domain.access.ConsentTextId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;
import java.util.List;

/** What patients' owners sign, and the clinics' texts for it (ADR 24). */
@Local
public interface Consents {
    /** Publishes a text for a clinic; the version before of this scope and language is retired. For its administrators. */
    ConsentTextView publish(ClinicId clinic, NewConsentText text);

    /**
     * Retires a text without another one: nobody signs it any more, what was signed stands.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code consent/text-retired} when it is already
     */
    ConsentTextView retire(ClinicId clinic, ConsentTextId text);

    /**
     * The texts of a clinic, those in force first, then newest first; for everybody who works there.
     *
     * @param inForce only those that can be signed
     */
    Page<ConsentTextView> texts(ClinicId clinic, boolean inForce, PageRequest page);

    /** What the owner of a patient can sign in the portal: the texts in force of one clinic, without those about record access. */
    List<ConsentTextView> toSign(PatientId patient, ClinicId clinic);

    /** The same of all clinics that have or had access to the patient, or of which the owner has signed something; at most 100, by clinic. */
    List<ConsentTextView> toSign(PatientId patient);

    /**
     * The owner signs what was shown. Access to the record is not opened like this: a code does that, or a consent at the desk.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code consent/text-replaced} when the text is no longer the one that
     *     was shown; {@code consent/at-the-desk} for a text about record access
     */
    ConsentView sign(PatientId patient, SignConsent signature);

    /**
     * Somebody of the clinic that registered the patient witnesses a signature, while the registration lasts. A text about record
     * access opens a grant for the clinic's doctors; the owner is told.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code consent/text-replaced} when the text is no longer the one that
     *     was shown
     */
    ConsentView witness(PatientId patient, WitnessConsent signature);

    /** What was signed for a patient, newest first; all of it for the owner, a clinic sees its own. */
    Page<ConsentView> ofPatient(PatientId patient, PageRequest page);

    /** One of them, with the text as it was signed. */
    ConsentView get(ConsentId consent);

    /**
     * The owner withdraws it. The access that it opened ends in the same moment.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code consent/withdrawn} when it was withdrawn already
     */
    ConsentView withdraw(ConsentId consent);
}
