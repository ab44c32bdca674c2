package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;

/**
 * A consent that is signed while a patient is registered. Not a door of its own: the module that registers patients calls it
 * inside a guarded one, in its transaction.
 */
public interface RegistrationConsents {
    /**
     * Notes the signature, and opens the clinic's access when the text is about it.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code consent/text-replaced} when the text is no longer the one that
     *     was shown
     */
    void signed(PatientId patient, ClinicId clinic, ConsentAtDesk consent);

    /** The owner's contact has just been proven: tells what the consent at registration has opened since. */
    void tellOwner(PatientId patient);
}
