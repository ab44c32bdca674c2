package health.chiron.access.internal.sharing;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.InvitationPage;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Offers of shares and ownerships, and their answers. */
@Stateless
public class InvitationsDoor implements Invitations {
    private static final int USUAL_DAYS = 7;
    private static final int PER_DAY = 200;

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Addressees addressees;

    @Inject
    private Acceptance acceptance;

    @Inject
    private Giving giving;

    @Inject
    private ShareLetters letters;

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
        Instant now = clock.instant();
        mustNotBeTooMany(now);
        AccountId to = addressees.of(email, me());
        Invitation.Envelope envelope = new Invitation.Envelope(
                patient,
                me(),
                to,
                email,
                title.strip(),
                message == null || message.isBlank() ? null : message.strip(),
                Duration.ofDays(days == null ? USUAL_DAYS : days),
                now);
        if (sql.count("SELECT policy.is_owner(?, ?)::int AS count", to, patient) > 0) {
            // Who shares a patient may see whose it is anyway.
            throw Refusal.conflict("access/already-owner", "email", "This person owns the patient already.");
        }
        return envelope;
    }

    private void mustNotBeTooMany(Instant now) {
        long lately = sql.count(
                "SELECT count(*) FROM access.invitation WHERE sent_by = ? AND created_at > ?",
                me(),
                now.minus(Duration.ofDays(1)));
        if (lately >= PER_DAY) {
            throw Refusal.tooMany(
                    "access/invitations-too-frequent",
                    "You have sent many invitations within a day. Wait before you send another.",
                    Duration.ofHours(1));
        }
    }

    private InvitationView send(Invitation invitation) {
        closeExpired(invitation);
        entities.persist(invitation);
        try {
            entities.flush();
        } catch (PersistenceException e) {
            if (SqlFailure.constraintIn(e)
                    .filter("invitation_open_once"::equals)
                    .isPresent()) {
                throw Refusal.conflict(
                        "access/invitation-waits",
                        "email",
                        "An invitation to this address waits for an answer already.");
            }
            throw e;
        }
        addressees.tell(invitation, current.get().fullName());
        return views.invitation(invitation.id(), me());
    }

    // One that has run out is over at use already; its row would only stand in the way of the next.
    private void closeExpired(Invitation next) {
        sql.update("""
                UPDATE access.invitation SET status = 'CANCELLED', responded_at = ?, version = version + 1
                 WHERE patient_id = ? AND sent_to = ? AND invitation_type = ? AND status = 'PENDING' AND expires_at <= ?""", clock.instant(), next.patient(), next.sentTo(), next.type(), clock.instant());
    }

    @Override
    @Permit(value = Action.READ, on = Category.SHARES)
    public InvitationView get(InvitationId invitation) {
        return views.invitation(invitation, me());
    }

    @Override
    @Permit(value = Action.READ, on = Category.SHARES)
    public InvitationPage sent(PageRequest page) {
        return new InvitationPage(views.sent(me(), page));
    }

    @Override
    @Permit(value = Action.READ, on = Category.SHARES)
    public InvitationPage received(PageRequest page) {
        return new InvitationPage(views.received(me(), page));
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
        giving.oneAfterTheOther(invitation.patient());
        invitation.accept(me(), note, now);
        flush();
        switch (invitation.type()) {
            case PATIENT_SHARE -> acceptance.share(invitation, PatientShare.of(invitation, now));
            case FAMILY_HISTORY_SHARE -> acceptance.familyHistory(invitation, FamilyHistoryShare.of(invitation, now));
            case OWNERSHIP_TRANSFER -> acceptance.ownership(invitation, now);
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
