package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/** Who holds access to whom. */
@Local
public interface Grants {
    /** Grants to a patient, the active ones first, then newest first; for the owner, and a clinic's own for its people. */
    Page<GrantView> ofPatient(PatientId patient, GrantQuery query, PageRequest page);

    /** The grants that a clinic holds or held, the active ones first. */
    Page<GrantView> ofClinic(ClinicId clinic, GrantQuery query, PageRequest page);

    /** One grant; for the owner and for the people of its clinic. */
    GrantView get(GrantId grant);

    /**
     * Asks for longer: a request for the same doctor, purpose and parts of the chart. The grant that its code opens takes the
     * place of this one.
     *
     * @throws health.chiron.domain.shared.Refusal as {@link AccessRequests#request}; conflict {@code access/grant-over} when it has
     *     ended, {@code access/emergency-not-extended} for an emergency
     */
    AccessRequestView extend(GrantId grant, ExtendAccess extension);

    /**
     * Lets a grant end earlier than it was given for; only the owner does that. It never becomes longer: for that the clinic asks again.
     *
     * @throws health.chiron.domain.shared.Refusal invalid {@code not_shorter} at {@code expiresAt}; conflict {@code access/grant-over}
     *     when it has ended; forbidden {@code access/owner-shortens} for anybody but the owner
     */
    GrantView shorten(GrantId grant, GrantEnd end);

    /**
     * Ends a grant: the owner takes it back, or the clinic returns it. The next request of the clinic is denied.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code access/grant-over} when it had ended already
     */
    GrantView end(GrantId grant);

    /**
     * Ends a grant only under the patient to whom it belongs: an id in a body is not believed because the path's is right.
     *
     * @throws health.chiron.domain.shared.Refusal not found when it is not one of the patient's; conflict
     *     {@code access/grant-over} when it had ended already
     */
    GrantView end(PatientId patient, GrantId grant);
}
