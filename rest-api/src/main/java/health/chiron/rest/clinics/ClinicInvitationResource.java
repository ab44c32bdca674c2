package health.chiron.rest.clinics;

import health.chiron.access.api.ClinicInvitationView;
import health.chiron.access.api.NewClinicInvitation;
import health.chiron.access.api.People;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicInvitationId;
import health.chiron.rest.call.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invitations of a clinic to people who have an account already. */
@Path("/clinics/{clinic_id}/invitations")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinics")
public class ClinicInvitationResource {
    @Inject
    private People people;

    /**
     * Invite somebody who has an account. The answer is the same whether there is such an account. The person is written to, and
     * says yes or no within seven days.
     */
    @POST
    @APIResponseSchema(value = ClinicInvitationView.class, responseCode = "201")
    public Response inviteToClinic(@PathParam("clinic_id") ClinicId clinicId, ClinicInvitee invitee) {
        ClinicInvitationView invitation =
                people.invite(new NewClinicInvitation(clinicId, invitee.addressedTo(), invitee.employmentType()));
        return Response.created(URI.create("clinics/" + clinicId + "/invitations#" + invitation.id()))
                .entity(invitation)
                .build();
    }

    /** List a clinic's open invitations. Newest first. */
    @GET
    public ClinicInvitationList listClinicInvitations(
            @PathParam("clinic_id") ClinicId clinicId, @BeanParam Paging paging) {
        return ClinicInvitationList.of(people.invitations(clinicId, paging.toPage()));
    }

    /** Take an invitation back. */
    @DELETE
    @Path("/{invitation_id}")
    public void cancelClinicInvitation(
            @PathParam("clinic_id") ClinicId clinicId, @PathParam("invitation_id") ClinicInvitationId invitationId) {
        people.cancel(clinicId, invitationId);
    }
}
