package health.chiron.access.internal.accounts;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.signin.Secrets;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ContactKind;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Codes that prove a contact: six digits, ten minutes, one at a time for an account, half a minute apart. */
@ApplicationScoped
public class ContactCodes {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofSeconds(30);
    /** The purposes of these codes; links have others. */
    static final String PURPOSES = "('VERIFY_EMAIL','VERIFY_PHONE','NEW_EMAIL','NEW_PHONE')";

    @Inject
    private Sql sql;

    @Inject
    private Secrets secrets;

    @Inject
    private ProofTries tries;

    @Inject
    private Clock clock;

    /**
     * What a code proves.
     *
     * @param replacement the contact that takes the old one's place; null where the account's own is proven
     */
    public record Proof(ContactKind contact, String replacement) {
        private String purpose() {
            return (replacement == null ? "VERIFY_" : "NEW_") + contact;
        }

        private String of(ContactKind kind) {
            return contact == kind ? replacement : null;
        }
    }

    /** A code that waits for its answer. */
    public record Waiting(UUID id, AccountId account, Proof proof, Instant until) {}

    /**
     * Makes a code; the one before does not count any more.
     *
     * @return the digits, told to the contact and nowhere kept
     * @throws Refusal too many {@code owner/resend-too-early} within half a minute of the last one
     */
    public String make(AccountId account, Proof proof) {
        Instant now = clock.instant();
        justMade(account).ifPresent(last -> {
            throw Refusal.tooMany(
                    "owner/resend-too-early",
                    "A code was sent just now. Wait half a minute before sending another.",
                    Duration.between(now, last.plus(BETWEEN)).plusSeconds(1));
        });
        String code = secrets.code();
        sql.update(
                "UPDATE access.account_proof SET expires_at = ? WHERE account_id = ? AND purpose IN " + PURPOSES
                        + " AND used_at IS NULL AND expires_at > ?",
                now,
                account,
                now);
        sql.update(
                "INSERT INTO access.account_proof (id, account_id, purpose, secret_hash, created_at, expires_at, new_email, new_phone) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                account,
                proof.purpose(),
                secrets.hashOfCode(account.value(), code),
                now,
                now.plus(LIFE),
                proof.of(ContactKind.EMAIL),
                proof.of(ContactKind.PHONE));
        return code;
    }

    /** When the last code was made, if that was less than half a minute ago. */
    public Optional<Instant> justMade(AccountId account) {
        Instant now = clock.instant();
        return sql.first(
                        "SELECT created_at FROM access.account_proof WHERE account_id = ? AND purpose IN " + PURPOSES
                                + " ORDER BY created_at DESC LIMIT 1",
                        row -> row.instant("created_at"),
                        account)
                .filter(last -> last.plus(BETWEEN).isAfter(now));
    }

    /** The code that waits to prove the account's own contact. */
    public Optional<Waiting> forTheOwn(AccountId account) {
        return waiting(account).filter(one -> one.proof().replacement() == null);
    }

    /** The code that waits to prove a contact in place of the own. */
    public Optional<Waiting> forAnother(AccountId account) {
        return waiting(account).filter(one -> one.proof().replacement() != null);
    }

    private Optional<Waiting> waiting(AccountId account) {
        return sql.first(
                "SELECT id, account_id, purpose, new_email, new_phone, expires_at FROM access.account_proof WHERE account_id = ? AND purpose IN "
                        + PURPOSES + " AND used_at IS NULL AND expires_at > ? ORDER BY created_at DESC LIMIT 1",
                ContactCodes::read,
                account,
                clock.instant());
    }

    /**
     * Uses a code up, if these are its digits. Every try counts before it is judged.
     *
     * @throws Refusal invalid {@code code} with {@code owner/code-wrong}; too many {@code owner/codes-exhausted}
     */
    public void use(Waiting waiting, String code) {
        if (!tries.take(waiting.id())) {
            throw Refusal.tooMany(
                    "owner/codes-exhausted",
                    "Too many wrong codes. Send a new one; after three of them, tomorrow.",
                    BETWEEN);
        }
        Instant now = clock.instant();
        int won = code == null
                ? 0
                : sql.update(
                        "UPDATE access.account_proof SET used_at = ? WHERE id = ? AND secret_hash = ? AND used_at IS NULL AND expires_at > ?",
                        now,
                        waiting.id(),
                        secrets.hashOfCode(waiting.account().value(), code.strip()),
                        now);
        if (won == 0) {
            throw Refusal.invalid("code", "owner/code-wrong", "This code is not valid. Check it, or send a new one.");
        }
    }

    /** Nothing waits for a code. */
    public static Refusal none() {
        return Refusal.conflict("owner/no-code", "No code waits for an answer. Send one first.");
    }

    private static Waiting read(Sql.Row row) throws SQLException {
        String purpose = row.text("purpose");
        String mail = row.text("new_email");
        return new Waiting(
                row.id("id"),
                new AccountId(row.id("account_id")),
                new Proof(
                        purpose.endsWith("EMAIL") ? ContactKind.EMAIL : ContactKind.PHONE,
                        mail == null ? row.text("new_phone") : mail),
                row.instant("expires_at"));
    }
}
