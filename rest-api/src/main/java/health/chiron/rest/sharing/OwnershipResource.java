package health.chiron.rest.sharing;

import health.chiron.access.api.InvitationView;
import health.chiron.access.api.Invitations;
import health.chiron.access.api.OfferOwnership;
import health.chiron.access.api.Shares;
import health.chiron.domain.records.PatientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whose a patient is. */
@Path("/patients/{patient_id}/owners")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing")
public class OwnershipResource {
    @Inject
    private Shares shares;

    @Inject
    private Invitations invitations;

    /** List a patient's owners. Those of today and of before, with dates; for owners and those with a full share. */
    @GET
    public OwnershipHistory listPatientOwners(@PathParam("patient_id") PatientId patientId) {
        return new OwnershipHistory(shares.owners(patientId));
    }

    /**
     * Name the own record. One of the owned patients can be the owner; another one is it no more. An animal is not
     * ({@code access/self-record-is-a-person}).
     */
    @PUT
    @Path("/self")
    public OwnershipHistory nameSelfRecord(@PathParam("patient_id") PatientId patientId, SelfRecord self) {
        return new OwnershipHistory(shares.nameSelf(patientId, self.isSelfRecord()));
    }

    /**
     * Offer the ownership. When it is accepted, the own ownership ends and with it all that rests on it: shares, clinics' access, and
     * what waits ({@code access/already-owner}, {@code access/invitation-waits}).
     */
    @POST
    @Path("/transfer")
    @APIResponseSchema(value = InvitationView.class, responseCode = "201")
    public Response offerOwnership(@PathParam("patient_id") PatientId patientId, OfferOwnership offer) {
        return Offered.answer(invitations.offerOwnership(patientId, offer));
    }
}
