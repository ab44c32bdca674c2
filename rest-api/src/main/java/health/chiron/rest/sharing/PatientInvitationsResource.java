package health.chiron.rest.sharing;

import health.chiron.access.api.InvitationView;
import health.chiron.access.api.Invitations;
import health.chiron.access.api.OfferShare;
import health.chiron.domain.records.PatientId;
import health.chiron.rest.call.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Offers of shares of a patient. */
@Path("/patients/{patient_id}/invitations")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing")
public class PatientInvitationsResource {
    @Inject
    private Invitations invitations;

    /** List a patient's waiting invitations. All of them for the owner, newest first; somebody with a full share sees the own. */
    @GET
    public InvitationList listPatientInvitations(
            @PathParam("patient_id") PatientId patientId, @BeanParam Paging paging) {
        return InvitationList.of(invitations.waiting(patientId, paging.toPage()).page());
    }

    /**
     * Offer a share. By mail address; the answer is the same whether or not there is an account behind it. Nobody shares with oneself
     * ({@code access/share-with-oneself}) or an owner ({@code access/already-owner}), twice at once ({@code access/invitation-waits}),
     * or more than the own share ({@code access/share-outlasts-own}, {@code access/share-exceeds-own}).
     */
    @POST
    @APIResponseSchema(value = InvitationView.class, responseCode = "201")
    public Response offerShare(@PathParam("patient_id") PatientId patientId, OfferShare offer) {
        return Offered.answer(invitations.offerShare(patientId, offer));
    }
}
