package health.chiron.access.internal.readiness;

import static health.chiron.access.api.Safeguard.Kind.HEAD_PUBLISHED;
import static health.chiron.access.api.Safeguard.Kind.LOG_RETENTION;
import static health.chiron.access.api.Safeguard.Kind.LOG_SEALED;
import static health.chiron.access.api.Safeguard.Kind.LOG_SHIPPED;
import static health.chiron.access.api.Safeguard.Kind.LOG_VERIFIED;

import health.chiron.access.api.PublishedHead;
import health.chiron.access.api.Safeguard;
import health.chiron.access.api.Safeguards;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.audit.ChainHeads;
import health.chiron.access.internal.audit.LogAlarms;
import health.chiron.access.internal.audit.Retention;
import health.chiron.access.internal.audit.Sealing;
import health.chiron.access.internal.audit.Shipment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the log tells of itself. */
@ApplicationScoped
class LogSafeguards {
    /** Rows are sealed every second; one transaction that takes its time makes all wait. */
    private static final Duration UNSEALED = Duration.ofMinutes(5);
    /** Verified every night, and one night may fail. */
    private static final Duration UNVERIFIED = Duration.ofDays(2);
    /** Published every hour, unless nothing was written. */
    private static final Duration UNPUBLISHED = Duration.ofHours(2);
    /** Sent within seconds; a collector may be started anew. */
    private static final Duration UNSENT = Duration.ofMinutes(5);

    @Inject
    private Sql sql;

    @Inject
    private Sealing sealing;

    @Inject
    private ChainHeads heads;

    @Inject
    private LogAlarms alarms;

    @Inject
    private Retention retention;

    @Inject
    private Shipment shipment;

    @Inject
    private Clock clock;

    List<Safeguard> look() {
        Instant now = clock.instant();
        Optional<Instant> unsealed = sealing.oldestUnsealed();
        Optional<Instant> verified = sql.first(
                "SELECT finished_at FROM audit.verification WHERE status <> 'RUNNING' ORDER BY finished_at DESC LIMIT 1",
                row -> row.instant("finished_at"));
        boolean holds = alarms.present().isEmpty()
                && verified.filter(at -> at.plus(UNVERIFIED).isAfter(now)).isPresent();
        Optional<PublishedHead> head = heads.latest();
        int floor = (int) sql.count("SELECT floor_years AS count FROM audit.retention");
        int years = Math.max(floor, retention.years());
        return List.of(
                Safeguard.of(
                                LOG_SEALED,
                                unsealed.filter(at -> at.plus(UNSEALED).isBefore(now))
                                        .isEmpty())
                        .dated(unsealed.orElse(null)),
                Safeguard.of(LOG_VERIFIED, holds).dated(verified.orElse(null)),
                Safeguard.of(
                                HEAD_PUBLISHED,
                                head.filter(last -> covers(last, now)).isPresent())
                        .dated(head.map(PublishedHead::publishedAt).orElse(null)),
                Safeguard.of(LOG_RETENTION, years >= Safeguards.YEARS_KEPT).counting(years),
                shipped(now));
    }

    private Safeguard shipped(Instant now) {
        if (shipment.target().isEmpty()) {
            return Safeguard.of(LOG_SHIPPED, false);
        }
        Shipment.Waiting waiting = shipment.waiting();
        boolean soon = waiting.since() == null || waiting.since().plus(UNSENT).isAfter(now);
        return Safeguard.of(LOG_SHIPPED, soon).counting(waiting.rows()).dated(waiting.since());
    }

    private boolean covers(PublishedHead head, Instant now) {
        return head.genuine()
                && (head.publishedAt().plus(UNPUBLISHED).isAfter(now)
                        || head.number() == sql.count("SELECT coalesce(max(number), 0) AS count FROM audit.seal"));
    }
}
