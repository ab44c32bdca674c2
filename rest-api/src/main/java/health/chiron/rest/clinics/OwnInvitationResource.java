package health.chiron.rest.clinics;

import health.chiron.access.api.People;
import health.chiron.domain.access.ClinicInvitationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invitations to the signed-in account to work at one more clinic. */
@Path("/clinic-invitations")
@ApplicationScoped
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinics")
public class OwnInvitationResource {
    @Inject
    private People people;

    /** List the invitations to the signed-in account. Those that wait for an answer, newest first. */
    @GET
    public ClinicInvitationList listOwnClinicInvitations() {
        return ClinicInvitationList.of(people.toMe());
    }

    /** Accept an invitation. From now on the account works at that clinic. */
    @POST
    @Path("/{invitation_id}/accept")
    public void acceptClinicInvitation(@PathParam("invitation_id") ClinicInvitationId invitationId) {
        people.accept(invitationId);
    }

    /** Decline an invitation. The clinic is not told. */
    @POST
    @Path("/{invitation_id}/decline")
    public void declineClinicInvitation(@PathParam("invitation_id") ClinicInvitationId invitationId) {
        people.decline(invitationId);
    }
}
