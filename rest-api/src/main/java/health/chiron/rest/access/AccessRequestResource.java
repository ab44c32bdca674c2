package health.chiron.rest.access;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.OfferedCode;
import health.chiron.domain.access.RequestId;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A clinic's requests for access. */
@Path("/access-requests/{request_id}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class AccessRequestResource {
    @Inject
    private AccessRequests requests;

    /** Get a request for access. For the clinic that asked and for the owner. */
    @GET
    public AccessRequestView getAccessRequest(@PathParam("request_id") RequestId requestId) {
        return requests.get(requestId);
    }

    /** Cancel a request for access. Its code stops working. */
    @DELETE
    public AccessRequestView cancelAccessRequest(@PathParam("request_id") RequestId requestId) {
        return requests.cancel(requestId);
    }

    /** Send a new code. The old one stops working. At most four codes a request, 30 seconds apart ({@code access/resend-too-early}). */
    @POST
    @Path("/code")
    @Consumes(MediaType.WILDCARD)
    public AccessRequestView sendNewCode(@PathParam("request_id") RequestId requestId) {
        return requests.sendNewCode(requestId);
    }

    /** Open access with the code of a request. Used once; five wrong codes close the way for a day ({@code access/codes-exhausted}). */
    @POST
    @Path("/redeem")
    @APIResponseSchema(value = GrantView.class, responseCode = "201")
    public Response redeemCode(@PathParam("request_id") RequestId requestId, RedeemedCode code) {
        return GrantOpened.answer(requests.redeem(requestId, code.code()));
    }

    /** Allow a request. By the owner, without a code ({@code access/request-over}). */
    @POST
    @Path("/allow")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = GrantView.class, responseCode = "201")
    public Response allowAccessRequest(@PathParam("request_id") RequestId requestId) {
        return GrantOpened.answer(requests.allow(requestId));
    }

    /** Refuse a request. By the owner, who takes the own offer back in the same way; it can't be opened later ({@code access/request-over}). */
    @POST
    @Path("/refuse")
    @Consumes(MediaType.WILDCARD)
    public AccessRequestView refuseAccessRequest(@PathParam("request_id") RequestId requestId) {
        return requests.refuse(requestId);
    }

    /** Make a new code for an offer. By the owner; the old one stops working ({@code access/resend-too-early}). */
    @POST
    @Path("/offered-code")
    public OfferedCode makeNewOfferedCode(@PathParam("request_id") RequestId requestId, NextCode code) {
        return requests.offerAgain(requestId, Boolean.TRUE.equals(code.byLetter()));
    }
}
