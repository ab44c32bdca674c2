package health.chiron.portal.audit;

import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.Oversight;
import health.chiron.access.api.OversightPeriod;
import health.chiron.access.api.OversightView;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Formats;
import health.chiron.portal.page.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToLongFunction;

/** The log from above: accesses a day, and what is unlike the usual, each with its link into the log. */
@Named
@RequestScoped
public class FromAbove {
    private static final int USUAL_DAYS = 28;

    private Oversight door;
    private AuditFilter filter;
    private CurrentUser me;
    private Words words;
    private Formats formats;
    private Attempt attempt;
    private Clock clock;
    private OversightView view = new OversightView(List.of(), List.of());
    private LocalDate from;
    private LocalDate until;

    /** For the container. */
    protected FromAbove() {}

    /**
     * @param door the log from above
     * @param filter the days
     * @param me whose clinic and days
     * @param words the texts
     * @param formats how days are written
     * @param attempt shows refusals
     * @param clock today
     */
    @Inject
    public FromAbove(
            Oversight door,
            AuditFilter filter,
            CurrentUser me,
            Words words,
            Formats formats,
            Attempt attempt,
            Clock clock) {
        this.door = door;
        this.filter = filter;
        this.me = me;
        this.words = words;
        this.formats = formats;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** Loads the period; the last four weeks when none is named. */
    public void load() {
        if (!isWhole() && me.getClinic() == null) {
            throw Refusal.notFound();
        }
        attempt.to(() -> {
            ZoneId zone = me.getZone();
            AuditQuery asked = filter.query(zone);
            until = asked.until() == null
                    ? LocalDate.ofInstant(clock.instant(), zone)
                    : LocalDate.ofInstant(asked.until(), zone).minusDays(1);
            from = asked.from() == null ? until.minusDays(USUAL_DAYS - 1L) : LocalDate.ofInstant(asked.from(), zone);
            OversightPeriod period = new OversightPeriod(from, until, zone);
            view = isWhole() ? door.ofAll(period) : door.ofClinic(me.getClinic(), period);
            return null;
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

    /** The findings. */
    public List<OversightView.Finding> getFindings() {
        return view.findings();
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

    /** Why a finding is one, in words. */
    public String reason(OversightView.Finding finding) {
        String key = "above.why." + finding.kind().name();
        return finding.usual() == null || finding.usual() == 0
                ? words.text(key + (finding.kind() == OversightView.Kind.MANY_PATIENTS ? ".new" : ""), finding.count())
                : words.text(key, finding.count(), finding.usual());
    }

    /** Accesses a day, stacked by outcome, as the chart wants it. */
    public String getChart() {
        JsonArrayBuilder labels = Json.createArrayBuilder();
        view.days().forEach(day -> labels.add(formats.date(day.day())));
        JsonArrayBuilder sets = Json.createArrayBuilder()
                .add(set("PERMITTED", "#2f8f78", OversightView.Day::permitted))
                .add(set("DENIED", "#c9453b", OversightView.Day::denied))
                .add(set("FAILED", "#c98a1b", OversightView.Day::failed));
        JsonObjectBuilder stacked = Json.createObjectBuilder().add("stacked", true);
        return Json.createObjectBuilder()
                .add("type", "bar")
                .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", sets))
                .add(
                        "options",
                        Json.createObjectBuilder()
                                .add("maintainAspectRatio", false)
                                .add("animation", false)
                                .add(
                                        "scales",
                                        Json.createObjectBuilder()
                                                .add("x", stacked)
                                                .add(
                                                        "y",
                                                        Json.createObjectBuilder()
                                                                .add("stacked", true)
                                                                .add("beginAtZero", true)
                                                                .add(
                                                                        "ticks",
                                                                        Json.createObjectBuilder()
                                                                                .add("precision", 0)))))
                .build()
                .toString();
    }

    private JsonObjectBuilder set(String outcome, String colour, ToLongFunction<OversightView.Day> of) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        view.days().forEach(day -> data.add(of.applyAsLong(day)));
        return Json.createObjectBuilder()
                .add("label", words.code("Outcome", outcome))
                .add("backgroundColor", colour)
                .add("data", data);
    }
}
