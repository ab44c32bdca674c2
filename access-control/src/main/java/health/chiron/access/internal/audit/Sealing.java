package health.chiron.access.internal.audit;

import health.chiron.access.api.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals committed rows into the chain, in the order (writing transaction, id). Only rows of transactions older than every
 * running one are taken: none can commit later with a place before them. Requests never wait for this.
 */
@Stateless
public class Sealing {
    static final UUID JOB = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final int BATCH = 1000;
    // Any number does, as long as every node uses the same.
    private static final long LOCK = 0x43686972_6F6E5365L;

    @Inject
    private Sql sql;

    @Inject
    private AuditKey key;

    @Inject
    private Clock clock;

    private record Link(long number, byte[] hash, String xid, UUID event) {}

    private record Waiting(UUID event, byte[] mac, String xid) {}

    /**
     * Seals one batch.
     *
     * @return how many rows were sealed; fewer than a full batch when none waits any more, or another node is at it
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int sealBatch() {
        if (!sql.first("SELECT pg_try_advisory_xact_lock(?) AS won", row -> row.yes("won"), LOCK)
                .orElse(false)) {
            return 0;
        }
        enter();
        Link last = last();
        List<Waiting> waiting = sql.list(
                """
                SELECT id, mac, written_by_xid::text AS xid FROM audit.event
                 WHERE (written_by_xid, id) > (?::xid8, ?) AND written_by_xid < pg_snapshot_xmin(pg_current_snapshot())
                 ORDER BY written_by_xid, id LIMIT ?""",
                row -> new Waiting(row.id("id"), row.bytes("mac"), row.text("xid")),
                last.xid(),
                last.event(),
                BATCH);
        if (waiting.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        long number = last.number();
        byte[] hash = last.hash();
        List<Object[]> seals = new ArrayList<>();
        for (Waiting row : waiting) {
            number++;
            hash = key.ofLink(number, hash, row.event(), row.mac());
            seals.add(new Object[] {number, row.event(), row.xid(), hash, now});
        }
        sql.batch(
                "INSERT INTO audit.seal (number, event_id, xid, hash, sealed_at) VALUES (?, ?, ?::xid8, ?, ?)", seals);
        return waiting.size();
    }

    /** Opens the transaction for the sealing job, which may read the whole log. */
    public void enter() {
        sql.first("SELECT set_config('chiron.account_id', ?, true) AS actor", row -> row.text("actor"), JOB.toString());
    }

    /** When the oldest row was written that has no seal yet, by the sealing job's own eyes; empty when all are sealed. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Instant> oldestUnsealed() {
        enter();
        Link last = last();
        return sql.first(
                "SELECT occurred_at FROM audit.event WHERE (written_by_xid, id) > (?::xid8, ?) ORDER BY written_by_xid, id LIMIT 1",
                row -> row.instant("occurred_at"),
                last.xid(),
                last.event());
    }

    private Link last() {
        return sql.first(
                        "SELECT number, hash, xid::text AS xid, event_id FROM audit.seal ORDER BY number DESC LIMIT 1",
                        Sealing::link)
                .orElse(new Link(0, new byte[32], "0", new UUID(0, 0)));
    }

    static boolean full(int sealed) {
        return sealed == BATCH;
    }

    private static Link link(Sql.Row row) throws SQLException {
        return new Link(row.number("number"), row.bytes("hash"), row.text("xid"), row.id("event_id"));
    }
}
