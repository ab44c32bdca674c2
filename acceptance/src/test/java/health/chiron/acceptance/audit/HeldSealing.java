package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.launcher.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** Holds sealing back, as any long transaction does: rows that are written meanwhile wait. Everything older has been sealed. */
final class HeldSealing implements AutoCloseable {
    private final Connection holder;

    HeldSealing() throws SQLException {
        holder = House.get().connect(DatabaseRole.SUPERUSER);
        holder.setAutoCommit(false);
        String xid;
        try (Statement statement = holder.createStatement();
                var row = statement.executeQuery("SELECT pg_current_xact_id()::text")) {
            row.next();
            xid = row.getString(1);
        }
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Rows.count(
                        "SELECT count(*) FROM audit.event e WHERE e.written_by_xid < ?::xid8 AND NOT EXISTS (SELECT FROM audit.seal s WHERE s.event_id = e.id)",
                        xid)
                > 0) {
            assertThat(Instant.now()).as("sealing takes too long").isBefore(end);
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws SQLException {
        holder.rollback();
        holder.close();
    }
}
