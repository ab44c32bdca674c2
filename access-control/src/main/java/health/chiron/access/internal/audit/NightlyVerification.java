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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Begins the verification that nobody asks for, once for the whole cluster: whoever finds it due takes a lock, looks again, and notes in
 * the same transaction that it has begun. It is a run like any other, under a name of its own (ADR 32).
 */
@Stateless
public class NightlyVerification {
    static final UUID JOB = UUID.fromString("00000000-0000-7000-8000-000000000047");

    /** So often it is begun for one night, when it stops before its end. */
    private static final int TRIES = 3;
    /** A run that has not moved for so long has died with its server, and counts as stopped. */
    private static final Duration SILENT = Verifications.SILENT;

    private static final long LOCK = 0x43686972_6F6E5666L;

    @Inject
    private Sql sql;

    @Inject
    private Verifications verifications;

    @Inject
    private AuditLog log;

    @Inject
    private CurrentCall call;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "chiron.audit.verify.at")
    private Optional<String> verifyAt;

    /** The moment for which a verification is to be begun now; empty when there is none to begin. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Instant> due() {
        return VerificationSchedule.of(verifyAt).last(clock.instant()).filter(this::open);
    }

    /**
     * Begins it, unless another node has or somebody's own verification runs.
     *
     * @return whether it began
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean begin(Instant moment) {
        boolean mine = sql.first("SELECT pg_try_advisory_xact_lock(?) AS won", row -> row.yes("won"), LOCK)
                .orElse(false);
        if (!mine || !open(moment) || verifications.runs()) {
            return false;
        }
        sql.first("SELECT set_config('chiron.account_id', ?, true) AS actor", row -> row.text("actor"), JOB.toString());
        verifications.start(new AccountId(JOB));
        call.received(Channel.JOB, Ids.next().toString(), null);
        log.write(Entry.ofJob(
                new AccountId(JOB),
                AccountKind.SYSTEM.name(),
                Action.VERIFY.name(),
                Category.AUDIT.name(),
                "NightlyVerification.begin"));
        return true;
    }

    private boolean open(Instant moment) {
        Instant silent = clock.instant().minus(SILENT);
        return sql.count(
                        "SELECT count(*) FILTER (WHERE status IN ('HOLDS','BROKEN') OR (status = 'RUNNING' AND touched_at >= ?)) * ? + count(*) AS count FROM audit.verification WHERE started_by = ? AND started_at >= ?",
                        silent,
                        TRIES,
                        JOB,
                        moment)
                < TRIES;
    }
}
