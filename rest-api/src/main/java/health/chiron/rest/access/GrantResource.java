package health.chiron.rest.access;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.Emergencies;
import health.chiron.access.api.EmergencyJudgement;
import health.chiron.access.api.ExtendAccess;
import health.chiron.access.api.GrantEnd;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.domain.access.GrantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** Single grants. */
@Path("/grants/{grant_id}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class GrantResource {
    @Inject
    private Grants grants;

    @Inject
    private Emergencies emergencies;

    /** Get a grant. For the owner and for the people of its clinic. */
    @GET
    public GrantView getGrant(@PathParam("grant_id") GrantId grantId) {
        return grants.get(grantId);
    }

    /** End a grant. By the owner or by the clinic that holds it; the clinic's next request is denied ({@code access/grant-over}). */
    @DELETE
    public GrantView endGrant(@PathParam("grant_id") GrantId grantId) {
        return grants.end(grantId);
    }

    /** Revoke a grant. The same as deleting it, for clients that cannot delete. */
    @POST
    @Path("/revoke")
    @Consumes(MediaType.WILDCARD)
    public GrantView revokeGrant(@PathParam("grant_id") GrantId grantId) {
        return grants.end(grantId);
    }

    /**
     * Let a grant end earlier. By the owner; it never becomes longer ({@code access/grant-over}, {@code access/owner-shortens}).
     */
    @POST
    @Path("/shorten")
    public GrantView shortenGrant(@PathParam("grant_id") GrantId grantId, GrantEnd end) {
        return grants.shorten(grantId, end);
    }

    /**
     * Ask for longer. A request for the same doctor, purpose and parts of the chart; its code ends this grant and opens the new one
     * ({@code access/grant-over}, {@code access/emergency-not-extended}).
     */
    @POST
    @Path("/extend")
    @APIResponseSchema(value = AccessRequestView.class, responseCode = "201")
    public Response extendGrant(@PathParam("grant_id") GrantId grantId, ExtendAccess extension) {
        AccessRequestView view = grants.extend(grantId, extension);
        return Response.created(URI.create("access-requests/" + view.id()))
                .entity(view)
                .build();
    }

    /**
     * Judge an emergency. By an administrator of its clinic, when it is over ({@code access/emergency-open}, {@code
     * access/emergency-reviewed}); the owner sees it.
     */
    @POST
    @Path("/review")
    public GrantView reviewEmergency(@PathParam("grant_id") GrantId grantId, EmergencyJudgement judgement) {
        return emergencies.review(grantId, judgement);
    }
}
