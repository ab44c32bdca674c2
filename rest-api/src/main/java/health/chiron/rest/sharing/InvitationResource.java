package health.chiron.rest.sharing;

import health.chiron.access.api.InvitationView;
import health.chiron.access.api.Invitations;
import health.chiron.access.api.OfferShare;
import health.chiron.domain.access.InvitationId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invitations to shares, ownerships and families. */
@Path("/invitations")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing")
public class InvitationResource {
    @Inject
    private Invitations invitations;

    /** List sent invitations. What the account has sent, newest first. */
    @GET
    @Path("/sent")
    public InvitationList listSentInvitations(@BeanParam InvitationFilter filter, @BeanParam Paging paging) {
        return InvitationList.of(
                invitations.sent(filter.toQuery(), paging.toPage()).page());
    }

    /** List received invitations. What was sent to the account, newest first. */
    @GET
    @Path("/received")
    public InvitationList listReceivedInvitations(@BeanParam InvitationFilter filter, @BeanParam Paging paging) {
        return InvitationList.of(
                invitations.received(filter.toQuery(), paging.toPage()).page());
    }

    /**
     * Offer several patients to one person. Each by an invitation of its own, at most 50; the answer has one result for each patient, in
     * the order asked.
     */
    @POST
    @Path("/bulk")
    public OfferedShares offerShares(OfferShares offer) {
        List<OfferedShares.Result> results = new ArrayList<>();
        for (PatientId patient : new LinkedHashSet<>(offer.patientIds())) {
            results.add(offer(patient, offer.offer()));
        }
        return new OfferedShares(results);
    }

    // One that is refused does not keep the others; a field that is wrong is wrong for all, and the whole is refused.
    private OfferedShares.Result offer(PatientId patient, OfferShare offer) {
        try {
            return new OfferedShares.Result(
                    patient, invitations.offerShare(patient, offer).id(), null);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.INVALID && !ownShare(refusal)) {
                throw refusal.under("offer");
            }
            return new OfferedShares.Result(
                    patient, null, ownShare(refusal) ? refusal.faults().get(0).code() : refusal.code());
        }
    }

    private static boolean ownShare(Refusal refusal) {
        return refusal.faults().stream().anyMatch(fault -> fault.code().startsWith("access/share-"));
    }

    /** Get an invitation. For who sent it, for whom it waits, and for the patient's owners. An invitation into a family is about no patient. */
    @GET
    @Path("/{invitation_id}")
    public InvitationView getInvitation(@PathParam("invitation_id") InvitationId invitationId) {
        return invitations.get(invitationId);
    }

    /**
     * Accept an invitation. The share begins, the ownership changes hands, or the account is in the family. Answered once: at the same moment called off or answered
     * elsewhere is {@code access/invitation-over}. Whoever is in the family already gets {@code access/in-family-already}.
     */
    @POST
    @Path("/{invitation_id}/accept")
    public InvitationView acceptInvitation(@PathParam("invitation_id") InvitationId invitationId, InvitationNote note) {
        return invitations.accept(invitationId, note.note());
    }

    /** Reject an invitation. The sender is told, with the note ({@code access/invitation-over}). */
    @POST
    @Path("/{invitation_id}/reject")
    public InvitationView rejectInvitation(@PathParam("invitation_id") InvitationId invitationId, InvitationNote note) {
        return invitations.reject(invitationId, note.note());
    }

    /** Cancel an invitation. By who sent it, or an owner; nobody can accept it any more ({@code access/invitation-over}). */
    @POST
    @Path("/{invitation_id}/cancel")
    @Consumes(MediaType.WILDCARD)
    public InvitationView cancelInvitation(@PathParam("invitation_id") InvitationId invitationId) {
        return invitations.cancel(invitationId);
    }
}
