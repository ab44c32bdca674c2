package health.chiron.rest.family;

import health.chiron.access.api.InvitationView;
import health.chiron.access.api.Invitations;
import health.chiron.access.api.OfferFamilyHistory;
import health.chiron.domain.records.FamilyConditionId;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.records.api.FamilyConditionData;
import health.chiron.records.api.FamilyHistory;
import health.chiron.records.api.FamilyMemberData;
import health.chiron.records.api.FamilyMemberView;
import health.chiron.records.api.VoidReason;
import health.chiron.rest.sharing.Offered;
import health.chiron.rest.wire.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** One relative. */
@Path("/family-members/{member_id}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Family history")
public class FamilyMemberResource {
    @Inject
    private FamilyHistory history;

    @Inject
    private Invitations invitations;

    /** Get a relative. With the illnesses; also for whom this relative is shared with. */
    @GET
    @APIResponseSchema(value = FamilyMemberView.class, responseCode = "200")
    public Response getFamilyMember(@PathParam("member_id") FamilyMemberId memberId) {
        FamilyMemberView member = history.get(memberId);
        return Versions.ok(member, member.version());
    }

    /** Correct a relative. By the side that entered it ({@code records/entered-by-other-side}, {@code records/entry-void}). */
    @PUT
    @APIResponseSchema(value = FamilyMemberView.class, responseCode = "200")
    public Response correctFamilyMember(
            @PathParam("member_id") FamilyMemberId memberId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            FamilyMemberData data) {
        FamilyMemberView member = history.correct(memberId, Versions.required(version), data);
        return Versions.ok(member, member.version());
    }

    /** Declare a relative void. It shows nowhere any more and stays in the record, with the reason. */
    @POST
    @Path("/void")
    public void voidFamilyMember(
            @PathParam("member_id") FamilyMemberId memberId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            VoidReason reason) {
        history.voidMember(memberId, Versions.required(version), reason);
    }

    /** Enter an illness of a relative. */
    @POST
    @Path("/conditions")
    @APIResponseSchema(value = FamilyMemberView.class, responseCode = "201")
    public Response addFamilyCondition(@PathParam("member_id") FamilyMemberId memberId, FamilyConditionData data) {
        FamilyMemberView member = history.addCondition(memberId, data);
        return Versions.created("family-members/" + member.id(), member, member.version());
    }

    /** Correct an illness of a relative. The version is the illness's own. */
    @PUT
    @Path("/conditions/{condition_id}")
    public FamilyMemberView correctFamilyCondition(
            @PathParam("member_id") FamilyMemberId memberId,
            @PathParam("condition_id") FamilyConditionId conditionId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            FamilyConditionData data) {
        return history.correctCondition(memberId, conditionId, Versions.required(version), data);
    }

    /** Declare an illness of a relative void. The version is the illness's own. */
    @POST
    @Path("/conditions/{condition_id}/void")
    public FamilyMemberView voidFamilyCondition(
            @PathParam("member_id") FamilyMemberId memberId,
            @PathParam("condition_id") FamilyConditionId conditionId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            VoidReason reason) {
        return history.voidCondition(memberId, conditionId, Versions.required(version), reason);
    }

    /** Offer a look at a relative's history. By mail address, like a share of a patient, and with the same refusals. */
    @POST
    @Path("/invitations")
    @APIResponseSchema(value = InvitationView.class, responseCode = "201")
    public Response offerFamilyHistory(@PathParam("member_id") FamilyMemberId memberId, OfferFamilyHistory offer) {
        return Offered.answer(invitations.offerFamilyHistory(memberId, offer));
    }
}
