package health.chiron.access.internal.audit;

import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.access.api.Verification;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Verifications that go on by themselves: where they are, and each next step in a transaction of its own. */
@Stateless
public class Verifications {
    /** A run that has not moved for so long has died with its server. */
    static final Duration SILENT = Duration.ofMinutes(2);

    private static final int PAGES_A_STEP = 10;

    @Inject
    private Sql sql;

    @Inject
    private ChainVerifier verifier;

    @Inject
    private Sealing sealing;

    @Inject
    private LogAlarms alarms;

    @Inject
    private Clock clock;

    @Inject
    private Event<VerificationAsked> asked;

    /** A verification was asked for and may begin once that has committed. */
    public record VerificationAsked(UUID id) {}

    private record Place(ChainWalk walk, long number) {}

    /** Notes that one begins; only one runs at a time. */
    public Verification start(AccountId by) {
        Instant now = clock.instant();
        sql.update(
                "UPDATE audit.verification SET status = 'STOPPED', finished_at = ?, touched_at = ? WHERE status = 'RUNNING' AND touched_at < ?",
                now,
                now,
                now.minus(SILENT));
        if (runs()) {
            throw running();
        }
        ChainWalk from = verifier.begin();
        UUID id = Ids.next();
        try {
            sql.update("""
                    INSERT INTO audit.verification (id, started_by, started_at, touched_at, status, expected, number, hash, xid)
                    SELECT ?, ?, ?, ?, 'RUNNING', count(*), ?, ?, ? FROM audit.seal""", id, by, now, now, from.number(), from.hash(), from.xid());
        } catch (SqlFailure refused) {
            if (refused.broke("verification_one_runs")) {
                throw running();
            }
            throw refused;
        }
        asked.fire(new VerificationAsked(id));
        return latest().orElseThrow();
    }

    /** Whether one runs, and has not died with its server. */
    public boolean runs() {
        return sql.count(
                        "SELECT count(*) FROM audit.verification WHERE status = 'RUNNING' AND touched_at >= ?",
                        clock.instant().minus(SILENT))
                > 0;
    }

    // Nobody waits for the result of one that the job began.
    private boolean unasked(UUID id) {
        return sql.count(
                        "SELECT count(*) FROM audit.verification WHERE id = ? AND started_by = ?",
                        id,
                        NightlyVerification.JOB)
                > 0;
    }

    private static Refusal running() {
        return Refusal.conflict("audit/verification-runs", "A verification is running already. Wait for its result.");
    }

    /** The latest one. */
    public Optional<Verification> latest() {
        return sql.first(
                "SELECT * FROM audit.verification ORDER BY started_at DESC, id DESC LIMIT 1", Verifications::view);
    }

    /**
     * One step.
     *
     * @return whether there is more to do
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean step(UUID id) {
        sealing.enter();
        Optional<Place> found = sql.first(
                "SELECT number, hash, xid, sealed FROM audit.verification WHERE id = ? AND status = 'RUNNING'",
                row -> new Place(
                        ChainWalk.from(row.number("number"), row.bytes("hash"), row.text("xid"), row.number("sealed")),
                        row.number("number")),
                id);
        if (found.isEmpty()) {
            return false;
        }
        ChainWalk begin = verifier.begin();
        // What was archived since the last step has been checked when it was archived.
        ChainWalk walk =
                begin.number() > found.get().number() ? begin : found.get().walk();
        boolean more = false;
        if (begin.holds()) {
            long before = walk.number();
            more = verifier.links(walk, PAGES_A_STEP)
                    && walk.number() - before == (long) PAGES_A_STEP * ChainVerifier.PAGE;
            if (!more && walk.holds()) {
                verifier.finish(walk);
            }
        } else {
            walk = begin;
        }
        save(id, walk, more);
        return more;
    }

    private void save(UUID id, ChainWalk walk, boolean more) {
        Instant now = clock.instant();
        String status = more ? "RUNNING" : walk.holds() ? "HOLDS" : "BROKEN";
        sql.update(
                """
                UPDATE audit.verification SET status = ?, touched_at = ?, finished_at = ?, sealed = ?, waiting = ?, number = ?, hash = ?, xid = ?,
                       first_bad_number = ?, first_bad_event = ?, finding = ? WHERE id = ?""",
                status,
                now,
                more ? null : now,
                walk.sealed(),
                walk.waiting(),
                walk.number(),
                walk.hash(),
                walk.xid(),
                walk.badNumber(),
                walk.badEvent(),
                walk.finding(),
                id);
        if (!more && !walk.holds()) {
            alarms.broken(walk.finding(), unasked(id));
        }
    }

    /** Notes that a run ended before its end. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void stop(UUID id) {
        Instant now = clock.instant();
        int stopped = sql.update(
                "UPDATE audit.verification SET status = 'STOPPED', finished_at = ?, touched_at = ? WHERE id = ? AND status = 'RUNNING'",
                now,
                now,
                id);
        if (stopped > 0) {
            alarms.unverified(unasked(id));
        }
    }

    private static Verification view(Sql.Row row) throws SQLException {
        long bad = row.number("first_bad_number");
        return new Verification(
                row.id("id"),
                row.word(Verification.Status.class, "status"),
                row.number("sealed"),
                row.number("expected"),
                row.number("waiting"),
                bad == 0 ? null : bad,
                row.id("first_bad_event"),
                row.text("finding"),
                row.instant("started_at"),
                row.instant("finished_at"));
    }
}
