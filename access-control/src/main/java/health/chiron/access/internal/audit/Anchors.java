package health.chiron.access.internal.audit;

import health.chiron.access.api.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The anchors in the database. */
@ApplicationScoped
class Anchors {
    @Inject
    private Sql sql;

    /** The last one, from which the chain in the database goes on; {@link Anchor#NONE} when nothing was ever archived. */
    Anchor last() {
        return sql.first(
                        "SELECT number, hash, xid::text AS xid, archived_until, file, file_sha256, mac FROM audit.anchor ORDER BY number DESC LIMIT 1",
                        row -> new Anchor(
                                row.number("number"),
                                row.bytes("hash"),
                                row.text("xid"),
                                row.instant("archived_until"),
                                row.text("file"),
                                row.bytes("file_sha256"),
                                row.bytes("mac")))
                .orElse(Anchor.NONE);
    }
}
