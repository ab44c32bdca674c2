package health.chiron.access.internal.sso;

import health.chiron.access.api.Sql;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Journeys to providers and those who have come back from one; each method is one short transaction. */
@Stateless
public class Arrivals {
    private static final Duration LIFE = Duration.ofMinutes(10);
    /** A step of signing in may rest on an arrival for as long again. */
    private static final Duration KEPT = Duration.ofHours(1);

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Notes that a journey has begun; forgets those that are over. */
    public void begin(String provider, byte[] stateHash) {
        Instant now = clock.instant();
        sql.update("DELETE FROM access.sso_attempt WHERE expires_at <= ?", now);
        sql.update(
                "INSERT INTO access.sso_attempt (state_hash, provider, begun_at, expires_at) VALUES (?, ?, ?, ?)",
                stateHash,
                provider,
                now,
                now.plus(LIFE));
    }

    /** Ends a journey, once: of any number of answers at the same moment one is let in. */
    public boolean end(String provider, byte[] stateHash) {
        Instant now = clock.instant();
        return sql.update(
                        "UPDATE access.sso_attempt SET used_at = ? WHERE state_hash = ? AND provider = ? AND used_at IS NULL AND expires_at > ?",
                        now,
                        stateHash,
                        provider,
                        now)
                == 1;
    }

    /** Keeps who has arrived, for ten minutes. */
    public UUID keep(Identity identity) {
        Instant now = clock.instant();
        sql.update("DELETE FROM access.sso_arrival WHERE expires_at <= ?", now.minus(KEPT));
        UUID id = Ids.next();
        sql.update(
                """
                INSERT INTO access.sso_arrival (id, provider, issuer, subject, email, full_name, begun_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                identity.provider(),
                identity.issuer(),
                identity.subject(),
                identity.mail(),
                identity.fullName(),
                now,
                now.plus(LIFE));
        return id;
    }

    /** Who has arrived, while nothing has come of it. */
    public Optional<Identity> find(UUID arrival) {
        return sql.first("""
                SELECT provider, issuer, subject, email, full_name FROM access.sso_arrival
                 WHERE id = ? AND used_at IS NULL AND expires_at > ?""", Arrivals::identity, arrival, clock.instant());
    }

    /**
     * Uses an arrival up, once. A little later than it may be begun with: the steps of signing in lie between.
     *
     * @throws Refusal {@code sign-in/step-over}
     */
    public Identity use(UUID arrival) {
        Instant now = clock.instant();
        return sql.first("""
                        UPDATE access.sso_arrival SET used_at = ? WHERE id = ? AND used_at IS NULL AND expires_at > ?
                        RETURNING provider, issuer, subject, email, full_name""", Arrivals::identity, now, arrival, now.minus(KEPT)).orElseThrow(Arrivals::over);
    }

    private static Identity identity(Sql.Row row) throws java.sql.SQLException {
        return new Identity(
                row.text("provider"),
                row.text("issuer"),
                row.text("subject"),
                row.text("email"),
                row.text("full_name"));
    }

    public static Refusal over() {
        return Refusal.unauthenticated("sign-in/step-over", "This sign-in has taken too long. Begin again.");
    }
}
