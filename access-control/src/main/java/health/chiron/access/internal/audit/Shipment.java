package health.chiron.access.internal.audit;

import health.chiron.access.api.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How far the log has gone to the collector. One server takes a load for a minute, sends it outside of any transaction, and moves the
 * mark when it has arrived; whatever fails in between is sent again (ADR 34).
 */
@Stateless
public class Shipment {
    private static final UUID JOB = UUID.fromString("00000000-0000-7000-8000-000000000051");
    private static final int MOST_AT_ONCE = 500;
    /** Longer than a load may take: another server takes over only from one that has died. */
    private static final int SECONDS_TAKEN = 60;

    @Inject
    private Sql sql;

    @Inject
    @ConfigProperty(name = "chiron.audit.syslog")
    private Optional<String> setting;

    /**
     * Rows that follow each other in the chain.
     *
     * @param after the mark behind which they come
     */
    public record Load(long after, List<ShippedRow> rows) {
        /** Copies the list. */
        public Load {
            rows = List.copyOf(rows);
        }

        /** The mark when they have arrived. */
        public long until() {
            return rows.get(rows.size() - 1).number();
        }

        /** Whether more is likely to wait. */
        public boolean full() {
            return rows.size() == MOST_AT_ONCE;
        }
    }

    /**
     * What waits.
     *
     * @param since when the oldest of them was sealed; null when none waits
     */
    public record Waiting(long rows, Instant since) {}

    /** Where it goes; empty when nothing is sent. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<SyslogTarget> target() {
        return SyslogTarget.of(setting);
    }

    /**
     * Takes the next rows, unless another server is at it.
     *
     * @param server a name that this process has made for itself
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Load> take(UUID server) {
        boolean mine = sql.update("""
                UPDATE audit.shipment SET taken_by = ?, taken_until = clock_timestamp() + make_interval(secs => ?)
                 WHERE number < (SELECT max(number) FROM audit.seal)
                   AND (taken_by IS NULL OR taken_by = ? OR taken_until < clock_timestamp())""", server, SECONDS_TAKEN, server) == 1;
        if (!mine) {
            return Optional.empty();
        }
        sql.first("SELECT set_config('chiron.account_id', ?, true) AS actor", row -> row.text("actor"), JOB.toString());
        long after = sent();
        // A seal without its row is sent as well: the collector learns that one is gone.
        List<ShippedRow> rows = sql.list("""
                SELECT s.number, s.hash, s.sealed_at, s.event_id, e.occurred_at, e.account_id, e.account_kind, e.patient_id, e.clinic_id,
                       e.grant_id, e.record_id, e.request_id, e.action, e.category, e.operation, e.outcome, e.reason, e.rule,
                       e.relationship, e.channel, e.address
                  FROM audit.seal s LEFT JOIN audit.event e ON e.id = s.event_id
                 WHERE s.number > ? ORDER BY s.number LIMIT ?""", ShippedRow::of, after, MOST_AT_ONCE);
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Load(after, rows));
    }

    /** A load has arrived. When the mark is not where it was, another server has taken over, and the rows go twice. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void arrived(UUID server, Load load) {
        sql.update(
                "UPDATE audit.shipment SET number = ?, taken_by = NULL, taken_until = NULL WHERE number = ? AND taken_by = ?",
                load.until(),
                load.after(),
                server);
    }

    /** A load has not arrived; any server may take it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void giveBack(UUID server) {
        sql.update("UPDATE audit.shipment SET taken_by = NULL, taken_until = NULL WHERE taken_by = ?", server);
    }

    /** The number in the chain up to which everything has arrived. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long sent() {
        return sql.count("SELECT number AS count FROM audit.shipment");
    }

    /** What has been sealed and has not arrived; rows that were archived before anything was sent do not wait. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Waiting waiting() {
        return sql.first("""
                        SELECT coalesce((SELECT max(s.number) - greatest(m.number, min(s.number) - 1) FROM audit.seal s), 0) AS rows,
                               (SELECT s.recorded_at FROM audit.seal s WHERE s.number > m.number ORDER BY s.number LIMIT 1) AS since
                          FROM audit.shipment m""", row -> new Waiting(row.number("rows"), row.instant("since")))
                .orElseThrow();
    }
}
