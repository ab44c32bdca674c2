package health.chiron.rest.family;

import health.chiron.access.api.FamilyHistoryShareView;
import health.chiron.access.api.Shares;
import health.chiron.domain.access.FamilyHistoryShareId;
import health.chiron.rest.call.Paging;
import health.chiron.rest.sharing.FamilyHistoryShareList;
import health.chiron.rest.sharing.ShareEndAt;
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

/** Shares of one relative's history. */
@Path("/family-history-shares")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing")
public class FamilyHistoryShareResource {
    @Inject
    private Shares shares;

    /** List relatives shared with the account. Those that are open now, newest first. */
    @GET
    public FamilyHistoryShareList listOwnFamilyHistoryShares(@BeanParam Paging paging) {
        return FamilyHistoryShareList.of(
                shares.familyHistoryWithMe(paging.toPage()).page());
    }

    /** Move the end of a relative's share. By who gave it, or an owner; no later than the own share ({@code access/share-outlasts-own}). */
    @PUT
    @Path("/{share_id}")
    @APIResponseSchema(value = FamilyHistoryShareView.class, responseCode = "200")
    public Response changeFamilyHistoryShare(
            @PathParam("share_id") FamilyHistoryShareId shareId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            ShareEndAt end) {
        FamilyHistoryShareView share = shares.lasts(shareId, Versions.required(version), end.expiresAt());
        return Versions.ok(share, share.version());
    }

    /** Withdraw a relative's share. By who gave it, or an owner ({@code access/share-over}). */
    @DELETE
    @Path("/{share_id}")
    public FamilyHistoryShareView withdrawFamilyHistoryShare(@PathParam("share_id") FamilyHistoryShareId shareId) {
        return shares.withdraw(shareId);
    }

    /** Leave a relative's share. The own one ({@code access/share-over}). */
    @POST
    @Path("/{share_id}/leave")
    @Consumes(MediaType.WILDCARD)
    public FamilyHistoryShareView leaveFamilyHistoryShare(@PathParam("share_id") FamilyHistoryShareId shareId) {
        return shares.leave(shareId);
    }
}
