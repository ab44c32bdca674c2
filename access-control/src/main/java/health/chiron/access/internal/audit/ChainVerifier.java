package health.chiron.access.internal.audit;

import health.chiron.access.api.ChainReport;
import health.chiron.access.api.PublishedHead;
import health.chiron.access.api.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads the log again, in its order, a page at a time, and says whether it is what was written. It names the first row that is
 * changed, missing, added, moved or cut off. It begins at the last anchor: what lies before was archived.
 */
@ApplicationScoped
class ChainVerifier {
    static final int PAGE = 2000;

    @Inject
    private Sql sql;

    @Inject
    private AuditKey key;

    @Inject
    private Anchors anchors;

    @Inject
    private ChainHeads heads;

    @Inject
    private Witnesses witnesses;

    @Inject
    private Clock clock;

    private record Seal(long number, UUID event, String xid, byte[] hash) {}

    /** The whole of it at once. */
    ChainReport verify() {
        ChainWalk walk = begin();
        if (walk.holds()) {
            finish(walk);
        }
        return new ChainReport(
                walk.holds(),
                walk.sealed(),
                walk.waiting(),
                walk.number() == 0 ? null : HexFormat.of().formatHex(walk.hash()),
                walk.badNumber(),
                walk.badEvent(),
                walk.finding(),
                clock.instant());
    }

    /** Begins at the last anchor. */
    ChainWalk begin() {
        Anchor anchor = anchors.last();
        ChainWalk walk = ChainWalk.from(anchor);
        if (!anchor.genuine(key)) {
            walk.bad(anchor.number(), null, "anchor not genuine");
        }
        return walk;
    }

    /**
     * Every link: its number follows, its row is there and genuine, its hash follows from the one before.
     *
     * @param pages how many pages are read at most
     * @return whether all that were read hold
     */
    boolean links(ChainWalk walk, int pages) {
        for (int read = 0; read < pages; read++) {
            List<Seal> page = sql.list(
                    "SELECT number, event_id, xid::text AS xid, hash FROM audit.seal WHERE number > ? ORDER BY number LIMIT ?",
                    row -> new Seal(row.number("number"), row.id("event_id"), row.text("xid"), row.bytes("hash")),
                    walk.number(),
                    PAGE);
            if (page.isEmpty()) {
                return true;
            }
            Map<UUID, LoggedRow> rows = sql
                    .list("""
                            SELECT e.*, e.written_by_xid::text AS xid, 0 AS number, NULL::bytea AS hash
                              FROM audit.event e WHERE e.id = ANY (?)""", row -> LoggedRow.of(row, key), (Object)
                            page.stream().map(Seal::event).toArray(UUID[]::new))
                    .stream()
                    .collect(Collectors.toMap(LoggedRow::event, r -> r));
            for (Seal seal : page) {
                if (!link(walk, seal, rows.get(seal.event()))) {
                    return false;
                }
            }
            if (page.size() < PAGE) {
                return true;
            }
        }
        return true;
    }

    private boolean link(ChainWalk walk, Seal seal, LoggedRow row) {
        if (seal.number() != walk.number() + 1) {
            return walk.bad(walk.number() + 1, null, "missing");
        }
        if (row == null) {
            return walk.bad(seal.number(), seal.event(), "missing");
        }
        if (!row.genuine()) {
            return walk.bad(seal.number(), seal.event(), "changed");
        }
        byte[] expected = key.ofLink(seal.number(), walk.hash(), seal.event(), row.mac());
        if (!Arrays.equals(expected, seal.hash()) || !seal.xid().equals(row.xid())) {
            return walk.bad(seal.number(), seal.event(), "moved");
        }
        walk.step(expected, seal.xid());
        return true;
    }

    /** The rest of the chain, and what is not in it: rows without a seal, then the published heads, then what the witness saw. */
    boolean finish(ChainWalk walk) {
        // Read first: a head that is published while the chain is read may be ahead of what was read.
        List<PublishedHead> published = heads.published();
        return links(walk, Integer.MAX_VALUE)
                && unsealed(walk)
                && heads(walk, published)
                && witnesses
                        .first()
                        .map(difference -> walk.bad(null, difference.event(), difference.finding()))
                        .orElse(true);
    }

    // Rows without a seal: they must lie behind the last link, and be genuine.
    private boolean unsealed(ChainWalk walk) {
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
                if (Long.parseUnsignedLong(row.xid()) < Long.parseUnsignedLong(walk.xid())) {
                    return walk.bad(null, row.event(), "added");
                }
                walk.waits();
                after = row.event();
                afterXid = row.xid();
            }
        } while (page.size() == PAGE);
        return true;
    }

    private boolean heads(ChainWalk walk, List<PublishedHead> published) {
        Anchor anchor = anchors.last();
        for (PublishedHead head : published) {
            if (!head.genuine()) {
                return walk.bad(null, null, "head not genuine");
            }
            if (head.number() > walk.number()) {
                return walk.bad(walk.number() + 1, null, "cut off");
            }
            if (head.number() < anchor.number()) {
                continue; // in the archive, and checked there when it was made
            }
            String kept = head.number() == anchor.number()
                    ? HexFormat.of().formatHex(anchor.hash())
                    : sql.first(
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
}
