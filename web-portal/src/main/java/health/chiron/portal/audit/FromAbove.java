package health.chiron.portal.audit;

import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.LogAlarm;
import health.chiron.access.api.Oversight;
import health.chiron.access.api.OversightPeriod;
import health.chiron.access.api.OversightView;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The log from above: accesses a day, and what is unlike the usual, each with its link into the log. */
@Named
@RequestScoped
public class FromAbove {
    private static final int USUAL_DAYS = 28;

    private Oversight door;
    private AuditFilter filter;
    private CurrentUser me;
    private Attempt attempt;
    private Clock clock;
    private OversightView view = new OversightView(List.of(), List.of(), null);
    private LocalDate from;
    private LocalDate until;

    /**
     * What was unlike the usual on a day.
     *
     * @param count how many findings of each kind
     */
    public record UnusualDay(LocalDate day, Map<OversightView.Kind, Long> count) {
        /** How many of a kind. */
        public long of(OversightView.Kind kind) {
            return count.getOrDefault(kind, 0L);
        }
    }

    /** For the container. */
    protected FromAbove() {}

    /**
     * @param door the log from above
     * @param filter the days
     * @param me whose clinic and days
     * @param attempt shows refusals
     * @param clock today
     */
    @Inject
    public FromAbove(Oversight door, AuditFilter filter, CurrentUser me, Attempt attempt, Clock clock) {
        this.door = door;
        this.filter = filter;
        this.me = me;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** Loads the period; the last four weeks when none is named. */
    public void load() {
        if (!isWhole() && me.getClinic() == null) {
            throw Refusal.notFound();
        }
        attempt.toLoad(() -> {
            ZoneId zone = me.getZone();
            AuditQuery asked = filter.query(zone);
            until = asked.until() == null
                    ? LocalDate.ofInstant(clock.instant(), zone)
                    : LocalDate.ofInstant(asked.until(), zone).minusDays(1);
            from = asked.from() == null ? until.minusDays(USUAL_DAYS - 1L) : LocalDate.ofInstant(asked.from(), zone);
            OversightPeriod period = new OversightPeriod(from, until, zone);
            view = isWhole() ? door.ofAll(period) : door.ofClinic(me.getClinic(), period);
        });
    }

    /** Whether the reader sees the whole log. */
    public boolean isWhole() {
        return me.getKind() == AccountKind.AUDITOR;
    }

    /** The page of the log that links lead to. */
    public String getLog() {
        return isWhole() ? "/audit" : "/activity";
    }

    /** The first day. */
    public LocalDate getFrom() {
        return from;
    }

    /** The last day. */
    public LocalDate getUntil() {
        return until;
    }

    /** The days, oldest first. */
    public List<OversightView.Day> getDays() {
        return view.days();
    }

    /** Whether anything was done at all. */
    public boolean isAny() {
        return view.days().stream().anyMatch(day -> day.permitted() + day.denied() + day.failed() > 0);
    }

    /** That the log itself needs somebody; null when it does not. */
    public LogAlarm getAlarm() {
        return view.alarm();
    }

    /** The findings. */
    public List<OversightView.Finding> getFindings() {
        return view.findings();
    }

    /** How many findings of each kind each day has, oldest first, days without any left out. */
    public List<UnusualDay> getUnusualDays() {
        Map<LocalDate, Map<OversightView.Kind, Long>> days = new TreeMap<>();
        view.findings()
                .forEach(finding -> days.computeIfAbsent(
                                LocalDate.ofInstant(finding.from(), me.getZone()),
                                day -> new EnumMap<>(OversightView.Kind.class))
                        .merge(finding.kind(), 1L, Long::sum));
        return days.entrySet().stream()
                .map(day -> new UnusualDay(day.getKey(), day.getValue()))
                .toList();
    }

    /** The kinds of findings. */
    public OversightView.Kind[] getKinds() {
        return OversightView.Kind.values();
    }

    /** The address of the entries behind a finding, without the page. */
    public String link(OversightView.Finding finding) {
        String narrower = switch (finding.kind()) {
            case EMERGENCY -> "&relationship=EMERGENCY";
            case EXPORTS -> "&action=EXPORT";
            case REFUSALS, MANY_PATIENTS, OUTSIDE_HOURS -> "";
        };
        return "?account=" + finding.accountId() + "&fromTime=" + finding.from() + "&untilTime=" + finding.until()
                + narrower;
    }
}
