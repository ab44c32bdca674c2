package health.chiron.access.internal.signin;

import health.chiron.access.api.AccountSession;
import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.SessionView;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.audit.AuditLog;
import health.chiron.access.internal.audit.Entry;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.SessionId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sessions, refresh tokens and the count of failed tries in the database; each method is one short transaction. */
@Stateless
public class Sessions {
    private static final int TRIES = 10;
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final Duration API_SESSION = Duration.ofHours(24);
    private static final Duration REFRESH = Duration.ofHours(12);
    /** A use is noted at most this often: a page with ten requests need not write ten times. */
    private static final Duration NOTED = Duration.ofSeconds(30);

    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    private Sql sql;

    @Inject
    private CurrentCall call;

    @Inject
    private AuditLog log;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "chiron.portal.idle-minutes", defaultValue = "30")
    private int idleMinutes;

    @Inject
    @ConfigProperty(name = "chiron.portal.absolute-minutes", defaultValue = "720")
    private int absoluteMinutes;

    /**
     * What signing in needs to know of an account.
     *
     * @param mustChange whether the password has to be changed before anything else
     * @param secondFactor whether a second factor is asked
     * @param mustHaveFactor whether accounts of this kind have to have one
     */
    public record Known(
            AccountId id,
            AccountKind kind,
            String username,
            String hash,
            boolean active,
            Instant lockedUntil,
            boolean mustChange,
            boolean secondFactor,
            boolean mustHaveFactor) {
        /** Says nothing of the hash. */
        @Override
        public String toString() {
            return "Known[" + id + "]";
        }
    }

    /** Whose refresh token it was. */
    public record Refreshed(SessionId session, AccountId account, AccountKind kind, String username) {}

    private static final String KNOWN = """
            SELECT a.id, a.kind, a.username, a.password_hash, a.status, a.locked_until, a.password_change_required,
                   EXISTS (SELECT FROM access.second_factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL) AS second_factor,
                   EXISTS (SELECT FROM access.second_factor_rule r WHERE r.kind = a.kind AND r.required) AS must_have_factor
              FROM access.account a WHERE """;

    /** The account with this sign-in name, as far as signing in needs it. */
    public Optional<Known> find(String username) {
        return sql.first(KNOWN + " a.username = ?", Sessions::known, username.toLowerCase(Locale.ROOT));
    }

    /** The same by the account's id. */
    public Optional<Known> find(AccountId account) {
        return sql.first(KNOWN + " a.id = ?", Sessions::known, account);
    }

    private static Known known(Sql.Row row) throws SQLException {
        return new Known(
                new AccountId(row.id("id")),
                row.word(AccountKind.class, "kind"),
                row.text("username"),
                row.text("password_hash"),
                "ACTIVE".equals(row.text("status")),
                row.instant("locked_until"),
                row.yes("password_change_required"),
                row.yes("second_factor"),
                row.yes("must_have_factor"));
    }

    /** One more failed try, as {@link #failed}, when the attempt itself is logged by somebody else and rolled back. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void countFailure(AccountId account) {
        count(account, clock.instant());
    }

    private void count(AccountId account, Instant now) {
        sql.update("""
                UPDATE access.account
                   SET failed_sign_ins = CASE WHEN failed_sign_ins + 1 >= ? THEN 0 ELSE failed_sign_ins + 1 END,
                       locked_until = CASE WHEN failed_sign_ins + 1 >= ? THEN ? ELSE locked_until END
                 WHERE id = ? AND (locked_until IS NULL OR locked_until <= ?)""", TRIES, TRIES, now.plus(LOCKED), account, now);
    }

    /** A failed try. The tenth in a row locks for 15 minutes; tries while locked neither count nor prolong it. */
    public void failed(Known known, String reason) {
        failed(known, reason, "SignIn.open");
    }

    /** The same at another way in than password and token. */
    public void failed(Known known, String reason, String operation) {
        Instant now = clock.instant();
        if (known != null) {
            count(known.id(), now);
        }
        AccountId who = known == null ? new AccountId(NOBODY) : known.id();
        String kind = known == null ? "UNKNOWN" : known.kind().name();
        log.write(Entry.ofAccount(who, kind, "SIGN_IN", operation, "DENIED", reason));
    }

    /** Opens a session; the count of failed tries starts anew. */
    public SessionId open(Known known, Channel channel) {
        return open(known, channel, Via.PASSWORD);
    }

    /** The same, by the way in which somebody has come. */
    public SessionId open(Known known, Channel channel, Via via) {
        Instant now = clock.instant();
        SessionId session = SessionId.next();
        Duration life = channel == Channel.PORTAL ? Duration.ofMinutes(absoluteMinutes) : API_SESSION;
        sql.update(
                "UPDATE access.account SET failed_sign_ins = 0, locked_until = NULL, last_sign_in_at = ? WHERE id = ?",
                now,
                known.id());
        sql.update(
                """
                INSERT INTO access.session (id, account_id, channel, started_at, last_used_at, expires_at, address, sso_provider)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                session,
                known.id(),
                channel,
                now,
                now,
                now.plus(life),
                call.address().orElse(null),
                via.provider());
        call.of(known.id(), session);
        String operation = via.provider() == null ? "SignIn.open" : "SingleSignOn.open";
        log.write(Entry.ofAccount(known.id(), known.kind().name(), "SIGN_IN", operation, "PERMITTED", null));
        return session;
    }

    /** When a session of this channel that begins now ends at the latest. */
    public Instant portalEnd() {
        return clock.instant().plus(Duration.ofMinutes(absoluteMinutes));
    }

    private record Rest(Instant since, long minutes) {}

    /** Whether a portal session holds; notes the use. One that has been idle for too long is ended here. */
    public boolean stillHolds(AccountId account, SessionId session) {
        Instant now = clock.instant();
        Optional<Rest> rest = sql.first(
                """
                SELECT s.last_used_at, a.session_minutes
                  FROM access.session s JOIN access.account a ON a.id = s.account_id AND a.status = 'ACTIVE' AND NOT a.password_change_required
                 WHERE s.id = ? AND s.account_id = ? AND s.channel = 'PORTAL' AND s.ended_at IS NULL AND s.expires_at > ?""",
                row -> new Rest(row.instant("last_used_at"), row.number("session_minutes")),
                session,
                account,
                now);
        if (rest.isEmpty()) {
            return false;
        }
        Instant lastUsed = rest.get().since();
        // As long as the person wants, and never longer than the house allows.
        if (lastUsed.plus(Duration.ofMinutes(Math.min(idleMinutes, rest.get().minutes())))
                .isBefore(now)) {
            end(session, "EXPIRED");
            return false;
        }
        if (lastUsed.plus(NOTED).isBefore(now)) {
            sql.update("UPDATE access.session SET last_used_at = ? WHERE id = ? AND ended_at IS NULL", now, session);
        }
        return true;
    }

    /** Keeps the hash of a new refresh token. */
    public Duration keepRefreshToken(SessionId session, byte[] hash) {
        Instant now = clock.instant();
        sql.update(
                "INSERT INTO access.refresh_token (token_hash, session_id, issued_at, expires_at) VALUES (?, ?, ?, ?)",
                hash,
                session,
                now,
                now.plus(REFRESH));
        return REFRESH;
    }

    /**
     * Uses a refresh token: one conditional update, so that of any number of parallel uses one wins. A token that had been used
     * before ends its session, for then two parties hold it.
     */
    public Optional<Refreshed> useRefreshToken(byte[] hash) {
        Instant now = clock.instant();
        int won = sql.update(
                "UPDATE access.refresh_token SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?",
                now,
                hash,
                now);
        if (won == 0) {
            sql.first(
                            "SELECT session_id FROM access.refresh_token WHERE token_hash = ? AND used_at IS NOT NULL",
                            row -> new SessionId(row.id("session_id")),
                            hash)
                    .ifPresent(session -> end(session, "REFRESH_REUSED"));
            return Optional.empty();
        }
        return sql.first(
                """
                UPDATE access.session s SET last_used_at = ?
                  FROM access.refresh_token t, access.account a
                 WHERE s.id = t.session_id AND s.ended_at IS NULL AND s.expires_at > ?
                   AND a.id = s.account_id AND a.status = 'ACTIVE' AND NOT a.password_change_required
                   AND t.token_hash = ?
                RETURNING s.id, a.id AS account_id, a.kind, a.username""",
                row -> new Refreshed(
                        new SessionId(row.id("id")),
                        new AccountId(row.id("account_id")),
                        row.word(AccountKind.class, "kind"),
                        row.text("username")),
                now,
                now,
                hash);
    }

    /** Ends the session to which a refresh token belongs. */
    public void endByRefreshToken(byte[] hash) {
        sql.first(
                        "SELECT session_id FROM access.refresh_token WHERE token_hash = ?",
                        row -> new SessionId(row.id("session_id")),
                        hash)
                .ifPresent(session -> end(session, "REVOKED"));
    }

    /** The own open sessions, the latest used first. */
    public List<SessionView> open(AccountId account, SessionId current) {
        return openOf(account).stream()
                .map(one -> new SessionView(
                        one.id(),
                        one.channel(),
                        one.startedAt(),
                        one.lastUsedAt(),
                        one.expiresAt(),
                        one.address(),
                        one.id().equals(current)))
                .toList();
    }

    /** The open sessions of an account as an administrator sees them, the latest used first. */
    public List<AccountSession> openOf(AccountId account) {
        return sql.list(
                """
                SELECT s.id, s.channel, s.started_at, s.last_used_at, s.expires_at, s.address, s.sso_provider
                  FROM access.session s JOIN access.account a ON a.id = s.account_id
                 WHERE s.account_id = ? AND s.ended_at IS NULL AND s.expires_at > ?
                   AND (s.channel <> 'PORTAL' OR s.last_used_at + make_interval(mins => least(a.session_minutes, ?)) > ?)
                 ORDER BY s.last_used_at DESC, s.id""",
                row -> new AccountSession(
                        new SessionId(row.id("id")),
                        row.word(Channel.class, "channel"),
                        row.instant("started_at"),
                        row.instant("last_used_at"),
                        row.instant("expires_at"),
                        row.text("address"),
                        row.text("sso_provider")),
                account,
                clock.instant(),
                idleMinutes,
                clock.instant());
    }

    /** Ends a session if it is an open one of this account. */
    public boolean endOwn(AccountId account, SessionId session) {
        return sql.update(
                        "UPDATE access.session SET ended_at = ?, end_reason = 'REVOKED' WHERE id = ? AND account_id = ? AND ended_at IS NULL",
                        clock.instant(),
                        session,
                        account)
                == 1;
    }

    /** Ends a session; ending it twice is the same as once. */
    public void end(SessionId session, String reason) {
        sql.update(
                "UPDATE access.session SET ended_at = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL",
                clock.instant(),
                reason,
                session);
    }
}
