package health.chiron.access.api;

import health.chiron.domain.records.PatientId;

/**
 * How a new patient gets its owner, for the module that registers patients. Not a door of its own: it is called inside a
 * guarded one, in its transaction.
 */
public interface Ownership {
    /**
     * Joins the owner to a patient that has just been registered: the account with that mail address, or a new one.
     *
     * @param prove whether a code goes out now to prove the contact, unless one went a moment ago; an import sends none
     * @throws health.chiron.domain.shared.Refusal naming fields of the owner: invalid when there is neither mail address nor telephone, or {@code
     *     owner/contact-not-usable} when the mail address is that of an account that can own no patient
     */
    void first(PatientId patient, NewOwner owner, boolean prove);
}
