package health.chiron.access.internal.door;

import health.chiron.access.api.Sql;
import health.chiron.domain.access.SessionId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Notes that a program's token was used, in a transaction of its own: a refused call is a use as well, and a long act must not keep
 * whoever ends the session waiting for its row.
 */
@Stateless
public class SessionUse {
    /** Noted at most this often: a program that calls a hundred times a second writes no more than one that calls once. */
    private static final Duration NOTED = Duration.ofSeconds(30);

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Whether the last note is old enough for another. */
    static boolean isDue(Instant last, Instant now) {
        return last.plus(NOTED).isBefore(now);
    }

    /** Notes it; of several calls at once the first does. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void note(SessionId session) {
        Instant now = clock.instant();
        sql.update(
                "UPDATE access.session SET last_used_at = ? WHERE id = ? AND ended_at IS NULL AND last_used_at < ?",
                now,
                session,
                now.minus(NOTED));
    }
}
