package health.chiron.access.internal.sharing;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.delivery.Outgoing;
import health.chiron.access.internal.signin.Secrets;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.Invitation;
import health.chiron.domain.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * The people behind mail addresses. Whether an address had an account before must not show, in no answer and in no delay: both ways go
 * through the same statements in the same order, and what differs is a letter that only the address's reader gets (check 14).
 */
@ApplicationScoped
class Addressees {
    private static final Duration FIRST_PASSWORD = Duration.ofDays(7);
    private static final int USERNAME = 100;

    @Inject
    private Sql sql;

    @Inject
    private Secrets secrets;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    /** The account with this mail address; one that waits for its first password is made where there is none. */
    AccountId of(String typed, AccountId sender) {
        String mail = typed.strip().toLowerCase(Locale.ROOT);
        UUID fresh = Ids.next();
        // Two who invite the same new person at once: the second waits here and then finds the account.
        sql.first("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> mail, mail);
        // Until the person says otherwise, the address is all that is known of the name.
        sql.update("""
                INSERT INTO access.account (id, kind, username, full_name, email, status, language, time_zone, created_at)
                SELECT ?, 'OWNER', CASE WHEN length(?) <= ? AND NOT EXISTS (SELECT FROM access.account u WHERE u.username = ?) THEN ? ELSE ? END,
                       left(?, 200), ?, 'INVITED', s.language, s.time_zone, ?
                  FROM access.account s WHERE s.id = ?
                ON CONFLICT DO NOTHING""", fresh, mail, USERNAME, mail, mail, "owner-" + fresh, mail, mail, clock.instant(), sender);
        return sql.first("SELECT id FROM access.account WHERE email = ?", row -> new AccountId(row.id("id")), mail)
                .orElseThrow(() -> new IllegalStateException("an address has its account now"));
    }

    private record Person(String mail, String phone, String language, String username, boolean waits, boolean reads) {
        Outgoing.Channel channel() {
            return mail != null ? Outgoing.Channel.EMAIL : Outgoing.Channel.SMS;
        }

        String target() {
            return mail != null ? mail : phone;
        }
    }

    /** Tells somebody of an offer; who has no password yet gets the link to one in the same letter. */
    void tell(Invitation invitation, String sender) {
        String token = secrets.token();
        Instant now = clock.instant();
        sql.update("""
                INSERT INTO access.account_proof (id, account_id, purpose, secret_hash, created_at, expires_at)
                SELECT ?, a.id, 'ACTIVATION', ?, ?, ? FROM access.account a WHERE a.id = ? AND a.status = 'INVITED' AND a.kind = 'OWNER'""", Ids.next(), secrets.hashOfToken(token), now, now.plus(FIRST_PASSWORD), invitation.sentTo());
        Person person = person(invitation.sentTo());
        if (person.reads()) {
            letters.fire(
                    person.waits()
                            ? Letter.shareOfferToNew(
                                    person.target(), person.language(), sender, person.username(), token)
                            : Letter.shareOffer(person.target(), person.language(), sender));
        }
    }

    /** Tells the sender of the answer. */
    void tellOfAnswer(AccountId sender, String addressedTo, boolean yes) {
        Person person = person(sender);
        if (person.reads() && person.target() != null) {
            letters.fire(Letter.shareAnswer(person.channel(), person.target(), person.language(), addressedTo, yes));
        }
    }

    private Person person(AccountId account) {
        return sql.first(
                        "SELECT email, phone, language, username, status = 'INVITED' AND kind = 'OWNER' AS waits, status <> 'DEACTIVATED' AND kind IN ('OWNER','DOCTOR','STAFF','CLINIC_ADMIN') AS reads FROM access.account WHERE id = ?",
                        row -> new Person(
                                row.text("email"),
                                row.text("phone"),
                                row.text("language"),
                                row.text("username"),
                                row.yes("waits"),
                                row.yes("reads")),
                        account)
                .orElseThrow();
    }
}
