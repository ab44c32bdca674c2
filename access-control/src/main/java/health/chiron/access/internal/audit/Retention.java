package health.chiron.access.internal.audit;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.Channel;
import health.chiron.domain.shared.Ids;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Removes rows of the log whose time to be kept is over, never earlier: what is due, the database says by its own clock and its own
 * floor. First the rows are archived in a file that was read back and verified; then the database removes them and leaves an
 * anchor, from which the chain goes on (ADR 20).
 */
@Stateless
public class Retention {
    /** The shortest time that may be set; the database has the same floor. */
    public static final int SHORTEST = 3;

    /** What holds when nothing is set. */
    public static final int USUAL = 10;

    private static final UUID JOB = UUID.fromString("00000000-0000-7000-8000-000000000017");
    private static final int MOST_AT_ONCE = 20_000;
    private static final long LOCK = 0x43686972_6F6E5265L;

    @Inject
    private Sql sql;

    @Inject
    private AuditKey key;

    @Inject
    private AuditLog log;

    @Inject
    private Anchors anchors;

    @Inject
    private Shipment shipment;

    @Inject
    private CurrentCall call;

    @Inject
    @ConfigProperty(name = "chiron.audit.retention.years")
    private Optional<String> years;

    @Inject
    @ConfigProperty(name = "chiron.audit.archive.dir")
    private Optional<String> folder;

    /**
     * Archives and removes what is due, at most 20,000 rows.
     *
     * @return how many rows; zero when nothing is due, another node is at it, or there is no folder for archives
     * @throws IOException if the archive cannot be written or does not hold; then nothing is removed
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public long purge() throws IOException {
        if (folder.isEmpty()
                || !sql.first("SELECT pg_try_advisory_xact_lock(?) AS won", row -> row.yes("won"), LOCK)
                        .orElse(false)) {
            return 0;
        }
        sql.first("SELECT set_config('chiron.account_id', ?, true) AS actor", row -> row.text("actor"), JOB.toString());
        Optional<Long> due =
                sql.first("SELECT audit.due(?, ?) AS number", row -> row.number("number"), years(), MOST_AT_ONCE);
        // What its collector has not got yet stays, however old it is.
        Optional<Long> until = shipment.target().isEmpty() ? due : due.map(number -> Math.min(number, shipment.sent()));
        Anchor before = anchors.last();
        if (until.isEmpty() || until.get() <= before.number()) {
            return 0;
        }
        if (!before.genuine(key)) {
            throw new IOException("the last anchor is not genuine");
        }
        Anchor next = archive(before, until.get());
        long removed = sql.first(
                        "SELECT audit.purge(?, ?, ?::xid8, ?, ?, ?, ?) AS removed",
                        row -> row.number("removed"),
                        next.number(),
                        next.hash(),
                        next.xid(),
                        next.archivedUntil(),
                        next.file(),
                        next.fileHash(),
                        next.mac())
                .orElseThrow();
        call.received(Channel.JOB, Ids.next().toString(), null);
        log.write(Entry.ofJob(
                new AccountId(JOB),
                AccountKind.SYSTEM.name(),
                Action.PURGE.name(),
                Category.AUDIT.name(),
                "Retention.purge"));
        return removed;
    }

    /** How many years rows are kept. A setting that makes no sense closes the house; here it only means that nothing is removed. */
    public int years() {
        return years.filter(text -> text.matches("[0-9]{1,2}|100"))
                .map(Integer::parseInt)
                .map(asked -> Math.max(asked, SHORTEST))
                .orElse(USUAL);
    }

    private Anchor archive(Anchor before, long until) throws IOException {
        List<ArchivedRow> rows = sql.list("""
                SELECT s.number, s.hash, s.xid::text AS xid, e.* FROM audit.seal s JOIN audit.event e ON e.id = s.event_id
                 WHERE s.number > ? AND s.number <= ? ORDER BY s.number""", ArchivedRow::of, before.number(), until);
        if (rows.size() != until - before.number()) {
            throw new IOException("the chain has a gap before number " + until);
        }
        String name = "audit-%012d-%012d.ndjson.gz".formatted(before.number() + 1, until);
        Path archives = Files.createDirectories(Path.of(folder.orElseThrow()));
        byte[] fileHash = Archive.write(archives.resolve(name), before, rows, key);
        ArchivedRow last = rows.get(rows.size() - 1);
        Instant newest = rows.stream()
                .map(row -> Instant.parse(row.columns().get(1)))
                .max(Instant::compareTo)
                .orElseThrow();
        return new Anchor(until, last.hash(), last.xid(), newest.plusNanos(1000), name, fileHash, new byte[0])
                .signedBy(key);
    }
}
