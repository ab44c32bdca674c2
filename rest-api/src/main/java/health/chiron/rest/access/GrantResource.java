package health.chiron.rest.access;

import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.domain.access.GrantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
}
