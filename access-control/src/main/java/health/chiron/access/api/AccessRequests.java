package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/** A clinic asks, the owner offers or a doctor refers; the owner's code or decision opens (architecture, section 4). */
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

    /**
     * The owner lets a clinic of their choice in: the digits are shown to the owner once, who hands them over.
     *
     * @throws health.chiron.domain.shared.Refusal as {@link #request}; conflict {@code access/owner-contact-unproven} only when the
     *     digits are to go by letter as well
     */
    OfferedCode offer(PatientId patient, OfferAccess offer);

    /**
     * New digits for the owner's own offer; the old ones stop working. As many and as often as {@link #sendNewCode}.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code access/request-over} when it is no offer that waits
     */
    OfferedCode offerAgain(RequestId request, boolean byLetter);

    /**
     * The owner opens what a clinic asks for, without a code.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code access/request-over} when it no longer waits
     */
    GrantView allow(RequestId request);

    /**
     * The owner says no, or takes the own offer back. It can't be opened later.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code access/request-over} when it no longer waits
     */
    AccessRequestView refuse(RequestId request);

    /**
     * A doctor with an open grant sends the patient on to another clinic, where the request waits for thirty days. The owner is
     * told, and allows or refuses it; or the other clinic sends a code when the patient stands there.
     *
     * @throws health.chiron.domain.shared.Refusal invalid when the clinic is the own, closed, unknown or its licence unchecked, or
     *     when more of the chart is named than the own access opens
     */
    AccessRequestView refer(PatientId patient, Referral referral);

    /** The requests about a patient, newest first; all of them for the owner, a clinic sees its own. */
    Page<AccessRequestView> ofPatient(PatientId patient, RequestQuery query, PageRequest page);

    /** What became of the patients whom the actor has referred from a clinic, newest first. */
    Page<AccessRequestView> referred(ClinicId from, PageRequest page);

    /** A request; for the clinic that asked and for the owner. */
    AccessRequestView get(RequestId request);

    /** Takes a request back. */
    AccessRequestView cancel(RequestId request);

    /** The requests of a clinic, newest first. */
    Page<AccessRequestView> ofClinic(ClinicId clinic, RequestQuery query, PageRequest page);
}
