package health.chiron.bench;

import health.chiron.launcher.DatabaseRole;
import health.chiron.launcher.Stack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * The audit rows that wait for their seal. Both sides write such rows and the server seals them shortly after: what one side leaves
 * behind must not be worked off in the other's time.
 */
final class Backlog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection superuser;
    private final PreparedStatement waiting;

    private Backlog(Connection superuser) throws SQLException {
        this.superuser = superuser;
        this.waiting = superuser.prepareStatement("""
                SELECT EXISTS (SELECT FROM audit.event e WHERE NOT EXISTS (SELECT FROM audit.seal s WHERE s.event_id = e.id)
                  AND e.written_by_xid >= (SELECT xid FROM audit.seal ORDER BY number DESC LIMIT 1))""");
    }

    static Backlog of(Stack stack) throws SQLException {
        return new Backlog(stack.database().connect(DatabaseRole.SUPERUSER));
    }

    /**
     * Returns when every row has its seal.
     *
     * @throws IllegalStateException after half a minute
     */
    void awaitNone() throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (isThere()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The server does not keep up with sealing the audit log.");
            }
            Thread.sleep(50);
        }
    }

    private boolean isThere() throws SQLException {
        try (ResultSet rows = waiting.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }
}
