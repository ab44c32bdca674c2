package health.chiron.access.internal.audit;

import health.chiron.access.api.ChainReport;
import health.chiron.access.api.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Reads the whole log again, in its order, a page at a time, and says whether it is what was written. It names the first row
 * that is changed, missing, added, moved or cut off.
 */
@ApplicationScoped
class ChainVerifier {
    private static final int PAGE = 2000;

    @Inject
    private Sql sql;

    @Inject
    private AuditKey key;

    @Inject
    private ChainHeads heads;

    @Inject
    private Witnesses witnesses;

    @Inject
    private Clock clock;

    private record Seal(long number, UUID event, String xid, byte[] hash) {}

    ChainReport verify() {
        Walk walk = new Walk();
        if (seals(walk) && unsealed(walk) && heads(walk)) {
            witnesses.first().ifPresent(difference -> walk.bad(null, difference.event(), difference.finding()));
        }
        return walk.report();
    }

    // Every link: its number follows, its row is there and genuine, its hash follows from the one before.
    private boolean seals(Walk walk) {
        List<Seal> page;
        do {
            page = sql.list(
                    "SELECT number, event_id, xid::text AS xid, hash FROM audit.seal WHERE number > ? ORDER BY number LIMIT ?",
                    row -> new Seal(row.number("number"), row.id("event_id"), row.text("xid"), row.bytes("hash")),
                    walk.number,
                    PAGE);
            if (page.isEmpty()) {
                return true;
            }
            var rows = sql
                    .list("""
                            SELECT e.*, e.written_by_xid::text AS xid, 0 AS number, NULL::bytea AS hash
                              FROM audit.event e WHERE e.id = ANY (?)""", row -> LoggedRow.of(row, key), (Object)
                            page.stream().map(Seal::event).toArray(UUID[]::new))
                    .stream()
                    .collect(java.util.stream.Collectors.toMap(LoggedRow::event, r -> r));
            for (Seal seal : page) {
                if (!link(walk, seal, rows.get(seal.event()))) {
                    return false;
                }
            }
        } while (page.size() == PAGE);
        return true;
    }

    private boolean link(Walk walk, Seal seal, LoggedRow row) {
        if (seal.number() != walk.number + 1) {
            return walk.bad(walk.number + 1, null, "missing");
        }
        if (row == null) {
            return walk.bad(seal.number(), seal.event(), "missing");
        }
        if (!row.genuine()) {
            return walk.bad(seal.number(), seal.event(), "changed");
        }
        byte[] expected = key.ofLink(seal.number(), walk.hash, seal.event(), row.mac());
        if (!Arrays.equals(expected, seal.hash()) || !seal.xid().equals(row.xid())) {
            return walk.bad(seal.number(), seal.event(), "moved");
        }
        walk.number = seal.number();
        walk.hash = expected;
        walk.xid = seal.xid();
        walk.newest = seal;
        return true;
    }

    // Rows without a seal: they must lie behind the last link, and be genuine.
    private boolean unsealed(Walk walk) {
        List<LoggedRow> page;
        UUID after = new UUID(0, 0);
        String afterXid = "0";
        do {
            page = sql.list("""
                    SELECT e.*, e.written_by_xid::text AS xid, 0 AS number, NULL::bytea AS hash FROM audit.event e
                     WHERE NOT EXISTS (SELECT FROM audit.seal s WHERE s.event_id = e.id) AND (e.written_by_xid, e.id) > (?::xid8, ?)
                     ORDER BY e.written_by_xid, e.id LIMIT ?""", row -> LoggedRow.of(row, key), afterXid, after, PAGE);
            for (LoggedRow row : page) {
                if (!row.genuine()) {
                    return walk.bad(null, row.event(), "changed or added");
                }
                if (Long.parseUnsignedLong(row.xid()) < Long.parseUnsignedLong(walk.xid)) {
                    return walk.bad(null, row.event(), "added");
                }
                walk.waiting++;
                after = row.event();
                afterXid = row.xid();
            }
        } while (page.size() == PAGE);
        return true;
    }

    private boolean heads(Walk walk) {
        for (ChainHeads.Head head : heads.published()) {
            if (!head.genuine()) {
                return walk.bad(null, null, "head not genuine");
            }
            if (head.number() > walk.number) {
                return walk.bad(walk.number + 1, null, "cut off");
            }
            String kept = sql.first(
                            "SELECT hash FROM audit.seal WHERE number = ?",
                            row -> HexFormat.of().formatHex(row.bytes("hash")),
                            head.number())
                    .orElse("");
            if (!kept.equals(head.hash())) {
                return walk.bad(head.number(), null, "rewritten");
            }
        }
        return true;
    }

    private final class Walk {
        private long number;
        private byte[] hash = new byte[32];
        private String xid = "0";
        private Seal newest;
        private long waiting;
        private Long badNumber;
        private UUID badEvent;
        private String finding;

        boolean bad(Long at, UUID which, String what) {
            badNumber = at;
            badEvent = which;
            finding = what;
            return false;
        }

        ChainReport report() {
            return new ChainReport(
                    finding == null,
                    number,
                    waiting,
                    newest == null ? null : HexFormat.of().formatHex(newest.hash()),
                    badNumber,
                    badEvent,
                    finding,
                    clock.instant());
        }
    }
}
