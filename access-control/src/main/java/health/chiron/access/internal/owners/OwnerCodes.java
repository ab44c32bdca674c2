package health.chiron.access.internal.owners;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.delivery.Outgoing;
import health.chiron.access.internal.signin.Secrets;
import health.chiron.domain.access.Account;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sends the codes that prove an owner's contact. */
@ApplicationScoped
class OwnerCodes {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    @Inject
    private Sql sql;

    @Inject
    private Secrets secrets;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    /**
     * Sends a code.
     *
     * @throws Refusal too many {@code owner/resend-too-early} within half a minute of the last one
     */
    void send(Account owner, PatientId patient) {
        Instant now = clock.instant();
        justSent(owner, now).ifPresent(last -> {
            throw Refusal.tooMany(
                    "owner/resend-too-early",
                    "A code was sent just now. Wait half a minute before sending another.",
                    Duration.between(now, last.plus(BETWEEN)).plusSeconds(1));
        });
        send(owner, patient, now);
    }

    /** Sends a code unless one has just gone: that one proves the same contact, for whichever patient it was sent. */
    void sendUnlessJustSent(Account owner, PatientId patient) {
        Instant now = clock.instant();
        if (justSent(owner, now).isEmpty()) {
            send(owner, patient, now);
        }
    }

    private Optional<Instant> justSent(Account owner, Instant now) {
        return sql.first(
                        "SELECT created_at FROM access.account_proof WHERE account_id = ? AND purpose IN ('VERIFY_EMAIL','VERIFY_PHONE') ORDER BY created_at DESC LIMIT 1",
                        row -> row.instant("created_at"),
                        owner.id())
                .filter(last -> last.plus(BETWEEN).isAfter(now));
    }

    private void send(Account owner, PatientId patient, Instant now) {
        String code = secrets.code();
        boolean mail = owner.email().isPresent();
        sql.update(
                "UPDATE access.account_proof SET expires_at = ? WHERE account_id = ? AND purpose IN ('VERIFY_EMAIL','VERIFY_PHONE') AND used_at IS NULL AND expires_at > ?",
                now,
                owner.id(),
                now);
        sql.update(
                "INSERT INTO access.account_proof (id, account_id, purpose, secret_hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                owner.id(),
                mail ? "VERIFY_EMAIL" : "VERIFY_PHONE",
                secrets.hashOfCode(owner.id().value(), code),
                now,
                now.plus(LIFE));
        String clinic = sql.first(
                        "SELECT c.name FROM records.patient p JOIN access.clinic c ON c.id = p.registered_clinic_id WHERE p.id = ?",
                        row -> row.text("name"),
                        patient)
                .orElseThrow(Refusal::notFound);
        letters.fire(Letter.contactCode(
                mail ? Outgoing.Channel.EMAIL : Outgoing.Channel.SMS,
                mail ? owner.email().orElseThrow() : owner.phone().orElseThrow(),
                owner.language(),
                clinic,
                code));
    }
}
