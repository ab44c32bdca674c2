package health.chiron.access.internal.audit;

import health.chiron.access.api.LogAlarm;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.Notices;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.domain.access.AccountKind;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The alarm about the log: an error with a code that monitoring looks for, a letter to the auditors, and a mark on their page that stays
 * until a verification holds. What it says comes from the verifications themselves; nothing is kept beside them.
 */
@Stateless
public class LogAlarms {
    /** The log does not hold. */
    static final String BROKEN = "CHIRON-AUDIT-BROKEN";
    /** It could not be verified. */
    static final String UNVERIFIED = "CHIRON-AUDIT-UNVERIFIED";

    /** So long a verification may take to begin and to end before it is overdue. */
    private static final Duration LATE = Duration.ofHours(6);

    private static final System.Logger LOG = System.getLogger(LogAlarms.class.getName());

    @Inject
    private Sql sql;

    @Inject
    private Notices notices;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "chiron.audit.verify.at")
    private Optional<String> verifyAt;

    private record Ended(String status, Instant at, String finding) {}

    /** The log did not hold; told in the transaction that keeps the finding. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void broken(String finding, boolean unasked) {
        LOG.log(
                System.Logger.Level.ERROR,
                "{0}: the access log does not hold: {1}. See the page Proof, and docs/operator.md",
                BROKEN,
                finding);
        tell(unasked);
    }

    /** A verification ended before its end, or could not begin. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void unverified(boolean unasked) {
        LOG.log(
                System.Logger.Level.ERROR,
                "{0}: the access log could not be verified. See the page Proof, and docs/operator.md",
                UNVERIFIED);
        tell(unasked);
    }

    // Who asked for a verification looks at its result; nobody looks at one that runs at night.
    private void tell(boolean unasked) {
        if (unasked) {
            notices.tellAll(AccountKind.AUDITOR, Letter.Template.AUDIT_ALARM, Map.of());
        }
    }

    /** What is the matter now; for those who may know how the log is verified. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<LogAlarm> present() {
        Optional<Ended> last = sql.first(
                "SELECT status, finished_at, finding FROM audit.verification WHERE status <> 'RUNNING' ORDER BY finished_at DESC, id DESC LIMIT 1",
                row -> new Ended(row.text("status"), row.instant("finished_at"), row.text("finding")));
        Optional<LogAlarm> found = last.filter(ended -> !"HOLDS".equals(ended.status()))
                .map(ended -> new LogAlarm(LogAlarm.State.valueOf(ended.status()), ended.at(), ended.finding()));
        return found.or(this::overdue);
    }

    private Optional<LogAlarm> overdue() {
        Instant now = clock.instant();
        return VerificationSchedule.of(verifyAt)
                .last(now)
                .filter(moment -> moment.plus(LATE).isBefore(now))
                .filter(moment -> sql.count(
                                "SELECT count(*) FROM audit.verification WHERE status = 'HOLDS' AND finished_at >= ?",
                                moment)
                        == 0)
                .map(moment -> new LogAlarm(LogAlarm.State.OVERDUE, moment, null));
    }
}
