package health.chiron.access.internal.signin;

import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.Notices;
import health.chiron.access.internal.audit.AuditLog;
import health.chiron.access.internal.audit.Entry;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.Channel;
import health.chiron.domain.shared.Ids;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Sends links to a new password, after the answer has gone: what is done for a name that exists and what is not done for one that
 * does not cannot be told apart by a clock.
 */
@Stateless
public class ForgottenPasswords {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST = 3;

    @Inject
    private Sql sql;

    @Inject
    private Secrets secrets;

    @Inject
    private Notices notices;

    @Inject
    private Event<Letter> letters;

    @Inject
    private AuditLog log;

    @Inject
    private CurrentCall call;

    @Inject
    private Clock clock;

    private record Found(AccountId id, String kind, boolean active) {}

    /** Sends a link to the proven contact, at most three an hour for one account. */
    @Asynchronous
    public void send(String username, Channel channel, String requestId, String address) {
        call.received(channel, requestId, address);
        Found found = sql.first(
                        "SELECT id, kind, status FROM access.account WHERE username = ? AND kind <> 'SYSTEM' FOR UPDATE",
                        row -> new Found(
                                new AccountId(row.id("id")), row.text("kind"), "ACTIVE".equals(row.text("status"))),
                        username.toLowerCase(Locale.ROOT))
                .orElseGet(() -> new Found(new AccountId(new UUID(0, 0)), "UNKNOWN", false));
        String refused = found.active() ? sendTo(found.id()) : "unknown";
        log.write(Entry.ofAccount(
                found.id(),
                found.kind(),
                "SIGN_IN",
                "SignIn.forgotten",
                refused == null ? "PERMITTED" : "DENIED",
                refused));
    }

    /** Why nothing was sent; null when it was. */
    private String sendTo(AccountId account) {
        Instant now = clock.instant();
        long sent = sql.count(
                "SELECT count(*) FROM access.account_proof WHERE account_id = ? AND purpose = 'PASSWORD_RESET' AND created_at > ?",
                account,
                now.minus(WINDOW));
        if (sent >= MOST) {
            return "too-many";
        }
        Notices.Contact contact = notices.contact(account).orElse(null);
        if (contact == null) {
            return "no-contact";
        }
        String token = secrets.token();
        sql.update(
                "INSERT INTO access.account_proof (id, account_id, purpose, secret_hash, created_at, expires_at) VALUES (?, ?, 'PASSWORD_RESET', ?, ?, ?)",
                Ids.next(),
                account,
                secrets.hashOfToken(token),
                now,
                now.plus(LIFE));
        letters.fire(Letter.aboutAccount(
                Letter.Template.PASSWORD_RESET,
                contact.channel(),
                contact.target(),
                contact.language(),
                Map.of("username", contact.username(), "token", token)));
        return null;
    }
}
