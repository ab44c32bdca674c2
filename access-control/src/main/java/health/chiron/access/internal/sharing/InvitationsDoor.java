package health.chiron.access.internal.sharing;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.InvitationPage;
import health.chiron.access.api.InvitationQuery;
import health.chiron.access.api.InvitationView;
import health.chiron.access.api.Invitations;
import health.chiron.access.api.OfferFamilyHistory;
import health.chiron.access.api.OfferOwnership;
import health.chiron.access.api.OfferShare;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.FamilyHistoryShare;
import health.chiron.domain.access.Invitation;
import health.chiron.domain.access.InvitationId;
import health.chiron.domain.access.PatientShare;
import health.chiron.domain.access.Section;
import health.chiron.domain.records.FamilyMember;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Offers of shares and ownerships, and the answers to these and to offers of families. */
@Stateless
public class InvitationsDoor implements Invitations {
    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Sending sending;

    @Inject
    private Addressees addressees;

    @Inject
    private Acceptance acceptance;

    @Inject
    private Giving giving;

    @Inject
    private ShareLetters letters;

    @Inject
    private Households households;

    @Inject
    private ShareViews views;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.SHARE, on = Category.SHARES)
    public InvitationView offerShare(PatientId patient, OfferShare offer) {
        Giving.Most most = most(patient);
        Invitation.Envelope envelope =
                envelope(patient, offer.email(), offer.title(), offer.message(), offer.expiresInDays());
        return send(Invitation.toShare(
                envelope,
                offer.permissionLevel(),
                most.sections(offer.sections()),
                most.until("shareUntil", offer.shareUntil())));
    }

    @Override
    @Permit(value = Action.SHARE, on = Category.SHARES)
    public InvitationView offerFamilyHistory(FamilyMemberId id, OfferFamilyHistory offer) {
        FamilyMember member = Optional.ofNullable(entities.find(FamilyMember.class, id.value()))
                .orElseThrow(Refusal::notFound);
        member.mustStand();
        Giving.Most most = most(member.patient());
        most.sections(Set.of(Section.FAMILY_HISTORY));
        Invitation.Envelope envelope =
                envelope(member.patient(), offer.email(), offer.title(), offer.message(), offer.expiresInDays());
        return send(Invitation.toFamilyHistory(envelope, id, most.until("shareUntil", offer.shareUntil())));
    }

    @Override
    @Permit(value = Action.TRANSFER, on = Category.SHARES)
    public InvitationView offerOwnership(PatientId patient, OfferOwnership offer) {
        return send(Invitation.toOwn(
                envelope(patient, offer.email(), offer.title(), offer.message(), offer.expiresInDays())));
    }

    private Giving.Most most(PatientId patient) {
        giving.oneAfterTheOther(patient);
        return giving.most(me(), patient).orElseThrow(Refusal::notFound);
    }

    private Invitation.Envelope envelope(PatientId patient, String email, String title, String message, Integer days) {
        Invitation.Envelope envelope = sending.envelope(patient, email, title, message, days);
        if (sql.count("SELECT policy.is_owner(?, ?)::int AS count", envelope.to(), patient) > 0) {
            // Who shares a patient may see whose it is anyway.
            throw Refusal.conflict("access/already-owner", "email", "This person owns the patient already.");
        }
        return envelope;
    }

    private InvitationView send(Invitation invitation) {
        sending.send(invitation);
        return views.invitation(invitation.id(), me());
    }

    @Override
    @Permit(value = Action.READ, on = Category.SHARES)
    public InvitationView get(InvitationId invitation) {
        return views.invitation(invitation, me());
    }

    @Override
    @Permit(value = Action.READ, on = Category.SHARES)
    public InvitationPage sent(InvitationQuery query, PageRequest page) {
        return new InvitationPage(views.sent(me(), query, page));
    }

    @Override
    @Permit(value = Action.READ, on = Category.SHARES)
    public InvitationPage received(InvitationQuery query, PageRequest page) {
        return new InvitationPage(views.received(me(), query, page));
    }

    @Override
    @Permit(value = Action.SHARE, on = Category.SHARES)
    public InvitationPage waiting(PatientId patient, PageRequest page) {
        return new InvitationPage(views.waiting(patient, me(), page));
    }

    @Override
    @Permit(value = Action.ANSWER, on = Category.SHARES)
    public InvitationView accept(InvitationId id, String note) {
        Invitation invitation = mine(id);
        Instant now = clock.instant();
        invitation
                .family()
                .ifPresentOrElse(households::oneAfterTheOther, () -> giving.oneAfterTheOther(invitation.patient()));
        invitation.accept(me(), note, now);
        flush();
        switch (invitation.type()) {
            case PATIENT_SHARE -> acceptance.share(invitation, PatientShare.of(invitation, now));
            case FAMILY_HISTORY_SHARE -> acceptance.familyHistory(invitation, FamilyHistoryShare.of(invitation, now));
            case OWNERSHIP_TRANSFER -> acceptance.ownership(invitation, now);
            case FAMILY_JOIN -> households.join(invitation, now);
        }
        addressees.tellOfAnswer(invitation.sentBy(), invitation.addressedTo(), true);
        return views.invitation(id, me());
    }

    @Override
    @Permit(value = Action.ANSWER, on = Category.SHARES)
    public InvitationView reject(InvitationId id, String note) {
        Invitation invitation = mine(id);
        invitation.reject(me(), note, clock.instant());
        flush();
        addressees.tellOfAnswer(invitation.sentBy(), invitation.addressedTo(), false);
        return views.invitation(id, me());
    }

    @Override
    @Permit(value = Action.REVOKE, on = Category.SHARES)
    public InvitationView cancel(InvitationId id) {
        Invitation invitation = find(id);
        if (invitation.sentTo().equals(me()) && !invitation.sentBy().equals(me())) {
            throw Refusal.notFound(); // it is to be answered, not called off
        }
        invitation.cancel(clock.instant());
        flush();
        letters.tell(
                List.of(new ShareLetters.Change(invitation.sentTo(), ShareLetters.Kind.CANCELLED, null)), Set.of(me()));
        return views.invitation(id, me());
    }

    private Invitation mine(InvitationId id) {
        Invitation invitation = find(id);
        if (!invitation.sentTo().equals(me())) {
            throw Refusal.notFound();
        }
        return invitation;
    }

    private Invitation find(InvitationId id) {
        return Optional.ofNullable(entities.find(Invitation.class, id.value())).orElseThrow(Refusal::notFound);
    }

    private AccountId me() {
        return current.get().account();
    }

    // Somebody else was first: the version decides, and then the trigger.
    private void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Invitation.over();
        } catch (PersistenceException e) {
            if (SqlFailure.constraintIn(e)
                    .filter("invitation_answered_once"::equals)
                    .isPresent()) {
                throw Invitation.over();
            }
            throw e;
        }
    }
}
