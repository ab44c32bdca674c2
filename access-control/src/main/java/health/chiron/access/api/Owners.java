package health.chiron.access.api;

import health.chiron.domain.records.PatientId;
import jakarta.ejb.Local;

/** The people who own patients' access, as the front desk meets them. */
@Local
public interface Owners {
    /** The owner of a patient and whether their contact is proven. */
    OwnerView of(PatientId patient);

    /** Sends a code to the owner's unproven contact: whoever reads it out at the desk holds the contact. 30 seconds apart. */
    OwnerView sendContactCode(PatientId patient);

    /**
     * Puts the right owner in the place of one who was entered wrongly, as long as nobody has proven that contact: the account that has
     * the mail address, or a new one, to which a code goes. An account that is left with no patient gives its contacts free.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code owner/contact-proven}; invalid {@code contact/same} at {@code email};
     *     stale when somebody else was quicker; for the rest as at a registration
     */
    OwnerView correct(PatientId patient, NewOwner owner);

    /**
     * Proves the owner's contact with the code that was sent there; the owner then gets a link to set a password.
     *
     * @throws health.chiron.domain.shared.Refusal invalid {@code code} with {@code owner/code-wrong}; five tries a code
     */
    OwnerView proveContact(PatientId patient, ContactCode code);
}
