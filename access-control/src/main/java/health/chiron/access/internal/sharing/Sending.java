package health.chiron.access.internal.sharing;

import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.FamilyId;
import health.chiron.domain.access.Invitation;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** How an offer of any type goes out: to the account behind an address, not too often, and one of a kind at a time. */
@Stateless
public class Sending {
    private static final int USUAL_DAYS = 7;
    private static final int PER_DAY = 200;
    private static final Set<String> OPEN_ONCE = Set.of("invitation_open_once", "invitation_to_family_open_once");

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Addressees addressees;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    /**
     * Addresses an offer.
     *
     * @param patient null for an offer that is about no patient
     * @param days how long it waits; null for the usual time
     */
    public Invitation.Envelope envelope(PatientId patient, String email, String title, String message, Integer days) {
        Instant now = clock.instant();
        mustNotBeTooMany(now);
        AccountId to = addressees.of(email, me());
        return new Invitation.Envelope(
                patient,
                me(),
                to,
                email,
                title.strip(),
                message == null || message.isBlank() ? null : message.strip(),
                Duration.ofDays(days == null ? USUAL_DAYS : days),
                now);
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

    /** Sends it, and tells the person. */
    public void send(Invitation invitation) {
        closeExpired(invitation);
        entities.persist(invitation);
        try {
            entities.flush();
        } catch (PersistenceException e) {
            if (SqlFailure.constraintIn(e).filter(OPEN_ONCE::contains).isPresent()) {
                throw Refusal.conflict(
                        "access/invitation-waits",
                        "email",
                        "An invitation to this address waits for an answer already.");
            }
            throw e;
        }
        addressees.tell(invitation, current.get().fullName());
    }

    // One that has run out is over at use already; its row would only stand in the way of the next.
    private void closeExpired(Invitation next) {
        Instant now = clock.instant();
        if (next.family().isPresent()) {
            FamilyId family = next.family().get();
            sql.update("""
                    UPDATE access.invitation SET status = 'CANCELLED', responded_at = ?, version = version + 1
                     WHERE family_id = ? AND sent_by = ? AND sent_to = ? AND status = 'PENDING' AND expires_at <= ?""", now, family, me(), next.sentTo(), now);
            return;
        }
        sql.update("""
                UPDATE access.invitation SET status = 'CANCELLED', responded_at = ?, version = version + 1
                 WHERE patient_id = ? AND sent_to = ? AND invitation_type = ? AND status = 'PENDING' AND expires_at <= ?""", now, next.patient(), next.sentTo(), next.type(), now);
    }

    private AccountId me() {
        return current.get().account();
    }
}
