package health.chiron.access.internal.limits;

import health.chiron.access.api.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The counts in the database; each call in a transaction of its own, so that what is refused later was counted all the same. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CallCounts {
    private static final long MICROS = 1_000_000L;

    @Inject
    private Sql sql;

    /**
     * Takes one call (generic cell rate algorithm: the row holds the time at which everything is given back). The row's lock
     * queues parallel calls, the condition lets no more through than the quota.
     *
     * @return when everything is given back; empty when the quota is used up
     */
    public Optional<Instant> take(byte[] key, Limit.Quota quota, Instant now) {
        long each = quota.each().getSeconds() * MICROS + quota.each().getNano() / 1000;
        return sql.first(
                """
                INSERT INTO access.call_count AS c (key, full_again) VALUES (?, ?::timestamptz + ? * interval '1 microsecond')
                ON CONFLICT (key) DO UPDATE SET full_again = greatest(c.full_again, ?::timestamptz) + ? * interval '1 microsecond'
                 WHERE greatest(c.full_again, ?::timestamptz) + ? * interval '1 microsecond' <= ?::timestamptz
                RETURNING c.full_again""", row -> row.instant("full_again"), key, now, each, now, each, now, each, now.plus(quota.window()));
    }

    /** When everything is given back that was taken under a key. */
    public Optional<Instant> fullAgain(byte[] key) {
        return sql.first(
                "SELECT full_again FROM access.call_count WHERE key = ?", row -> row.instant("full_again"), key);
    }

    /** Takes away what is over. */
    public int tidy(Instant now) {
        return sql.update("DELETE FROM access.call_count WHERE full_again < ?", now);
    }
}
