package health.chiron.rest.sharing;

import health.chiron.access.api.ShareView;
import health.chiron.access.api.Shares;
import health.chiron.domain.access.ShareId;
import health.chiron.rest.call.Paging;
import health.chiron.rest.wire.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shares of patients, whoever's they are. */
@Path("/shares")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing")
public class ShareResource {
    @Inject
    private Shares shares;

    /** List what is shared with the account. The shares that are active now, by patient. */
    @GET
    public ShareList listOwnShares(@BeanParam Paging paging) {
        return ShareList.of(shares.withMe(paging.toPage()).page());
    }

    /** Move the end of a share. By who gave it, or an owner; no later than the own share ({@code access/share-outlasts-own}). */
    @PUT
    @Path("/{share_id}")
    @APIResponseSchema(value = ShareView.class, responseCode = "200")
    public Response changeShare(
            @PathParam("share_id") ShareId shareId, @HeaderParam(HttpHeaders.IF_MATCH) String version, ShareEndAt end) {
        ShareView share = shares.lasts(shareId, Versions.required(version), end.expiresAt());
        return Versions.ok(share, share.version());
    }

    /** Withdraw a share. With all that its holder gave; the next request is denied ({@code access/share-over}). */
    @DELETE
    @Path("/{share_id}")
    public ShareView withdrawShare(@PathParam("share_id") ShareId shareId) {
        return shares.withdraw(shareId);
    }

    /** Leave a share. The own one, with all that one gave by it ({@code access/share-over}). */
    @POST
    @Path("/{share_id}/leave")
    @Consumes(MediaType.WILDCARD)
    public ShareView leaveShare(@PathParam("share_id") ShareId shareId) {
        return shares.leave(shareId);
    }
}
