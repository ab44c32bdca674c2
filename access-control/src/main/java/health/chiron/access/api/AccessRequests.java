package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/** A clinic asks, the owner's code opens (architecture, section 4). */
@Local
public interface AccessRequests {
    /**
     * Asks the owner of a patient. A code of six digits goes to the owner's proven contact, with clinic, doctor, purpose,
     * sections and end; it lives ten minutes.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code access/owner-contact-unproven} when there is nowhere to send it;
     *     too many {@code access/codes-exhausted} after five wrong codes for this patient and clinic within a day, or
     *     {@code access/requests-too-frequent} after four requests within an hour
     */
    AccessRequestView request(PatientId patient, RequestAccess request);

    /**
     * Sends a new code; the old one stops working. At most four codes a request, 30 seconds apart.
     *
     * @throws health.chiron.domain.shared.Refusal too many {@code access/resend-too-early} or {@code access/codes-exhausted}
     */
    AccessRequestView sendNewCode(RequestId request);

    /**
     * Opens the grant with the code that the owner handed over.
     *
     * @throws health.chiron.domain.shared.Refusal invalid {@code code} with {@code access/code-wrong} (wrong, replaced, used or too
     *     old: not told apart); too many {@code access/codes-exhausted} after the fifth wrong one
     */
    GrantView redeem(RequestId request, String code);

    /** The same by patient, for the clinic's latest open request (veterinary seed: POST /pets/{id}/access/grant). */
    GrantView redeemLatest(PatientId patient, ClinicId clinic, String code);

    /** A request; for the clinic that asked and for the owner. */
    AccessRequestView get(RequestId request);

    /** Takes a request back. */
    AccessRequestView cancel(RequestId request);

    /** The requests of a clinic, newest first. */
    Page<AccessRequestView> ofClinic(ClinicId clinic, PageRequest page);
}
