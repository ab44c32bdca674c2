package health.chiron.access.api;

import health.chiron.domain.access.InvitationId;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/**
 * Offers of shares, ownerships and families (seed 002, invitations). Nothing here tells whether there is an account behind a mail address: an
 * address without one gets an account that waits for its first password, in the same statements.
 */
@Local
public interface Invitations {
    /**
     * Offers a share of a patient; by the owner, or by somebody with a full share, who can offer no more than the own one.
     *
     * @throws health.chiron.domain.shared.Refusal invalid {@code access/share-with-oneself}, {@code access/share-outlasts-own},
     *     {@code access/share-exceeds-own}; conflict {@code access/already-owner}, {@code access/invitation-waits}; too many
     *     {@code access/invitations-too-frequent}
     */
    InvitationView offerShare(PatientId patient, OfferShare offer);

    /** Offers a look at what one relative had; the same refusals, and conflict {@code records/entry-void}. */
    InvitationView offerFamilyHistory(FamilyMemberId member, OfferFamilyHistory offer);

    /** Offers the own ownership; by an owner only. The same refusals. */
    InvitationView offerOwnership(PatientId patient, OfferOwnership offer);

    /** An invitation; for who sent it, who may answer it while it waits, and the patient's owners. */
    InvitationView get(InvitationId invitation);

    /** What the actor has sent, newest first. */
    InvitationPage sent(InvitationQuery query, PageRequest page);

    /** What was sent to the actor, newest first. */
    InvitationPage received(InvitationQuery query, PageRequest page);

    /** The offers of a patient's shares that wait, newest first; all for the owner, the own for somebody with a full share. */
    InvitationPage waiting(PatientId patient, PageRequest page);

    /**
     * Says yes: the share begins, the ownership changes hands, or the actor is in the family.
     *
     * @param note a few words to the sender; may be null
     * @throws health.chiron.domain.shared.Refusal conflict {@code access/invitation-over} when it was answered or called off at the
     *     same moment or the sender may no longer give it; {@code access/share-exists} when another person shares the patient with
     *     the actor already; {@code access/in-family-already}
     */
    InvitationView accept(InvitationId invitation, String note);

    /** Says no; conflict {@code access/invitation-over}. */
    InvitationView reject(InvitationId invitation, String note);

    /** Calls it off; by who sent it, or an owner; conflict {@code access/invitation-over}. */
    InvitationView cancel(InvitationId invitation);
}
