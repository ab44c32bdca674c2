package health.chiron.access.internal.audit;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.LogAlarm;
import health.chiron.access.api.Oversight;
import health.chiron.access.api.OversightPeriod;
import health.chiron.access.api.OversightView;
import health.chiron.access.api.OversightView.Finding;
import health.chiron.access.api.OversightView.Kind;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Computes the view from above in SQL, out of the log itself: nothing is kept beside it that could differ from it. */
@Stateless
public class OversightDoor implements Oversight {
    private static final String SPAN =
            " AND (?::uuid IS NULL OR e.clinic_id = ?) AND e.occurred_at >= ? AND e.occurred_at < ?\n";

    /** People who are not there for their own patients. */
    private static final String AT_WORK =
            " e.patient_id IS NOT NULL AND e.outcome = 'PERMITTED' AND coalesce(e.relationship, '') <> 'OWNER' AND e.account_kind IN ('DOCTOR','STAFF','CLINIC_ADMIN')";

    @Inject
    private Sql sql;

    @Inject
    private LogAlarms alarms;

    private record Span(ClinicId clinic, OversightPeriod period, Instant from, Instant until) {}

    @Override
    @Permit(value = Action.READ, on = Category.AUDIT)
    public OversightView ofAll(OversightPeriod period) {
        return view(null, period, alarms.present().orElse(null));
    }

    @Override
    @Permit(value = Action.READ, on = Category.AUDIT)
    public OversightView ofClinic(ClinicId clinic, OversightPeriod period) {
        return view(clinic, period, null);
    }

    private OversightView view(ClinicId clinic, OversightPeriod period, LogAlarm alarm) {
        long days = ChronoUnit.DAYS.between(period.from(), period.until()) + 1;
        if (days < 1) {
            throw Refusal.invalid("until", "out_of_range", "The end must not be before the start.");
        }
        if (days > DAYS) {
            throw Refusal.invalid("from", "too_many", "At most " + DAYS + " days are looked at in one go.");
        }
        sql.first("SELECT set_config('plan_cache_mode', 'force_custom_plan', true) AS mode", row -> row.text("mode"));
        Span span = new Span(
                clinic,
                period,
                period.from().atStartOfDay(period.zone()).toInstant(),
                period.until().plusDays(1).atStartOfDay(period.zone()).toInstant());
        List<Finding> findings = new ArrayList<>();
        findings.addAll(emergencies(span));
        findings.addAll(manyPatients(span));
        findings.addAll(refusals(span));
        findings.addAll(outsideHours(span));
        findings.addAll(exports(span));
        return new OversightView(days(span), findings, alarm);
    }

    private List<OversightView.Day> days(Span span) {
        return sql.list(
                """
                SELECT d.day::date AS day, coalesce(n.permitted, 0) AS permitted, coalesce(n.denied, 0) AS denied, coalesce(n.failed, 0) AS failed
                  FROM generate_series(?::date, ?::date, interval '1 day') AS d(day)
                  LEFT JOIN (
                    SELECT (e.occurred_at AT TIME ZONE ?)::date AS day,
                           count(*) FILTER (WHERE e.outcome = 'PERMITTED') AS permitted, count(*) FILTER (WHERE e.outcome = 'DENIED') AS denied,
                           count(*) FILTER (WHERE e.outcome = 'FAILED') AS failed
                      FROM audit.event e WHERE true""" + SPAN + """
                     GROUP BY 1) n ON n.day = d.day::date
                 ORDER BY 1""",
                row -> new OversightView.Day(
                        row.date("day"), row.number("permitted"), row.number("denied"), row.number("failed")),
                span.period().from(),
                span.period().until(),
                span.period().zone().getId(),
                span.clinic(),
                span.clinic(),
                span.from(),
                span.until());
    }

    // The usual: the middle one of the numbers of patients on the days of the last four weeks on which the person
    // looked at any.
    private List<Finding> manyPatients(Span span) {
        return sql.list(
                """
                WITH daily AS (
                  SELECT e.account_id, (e.occurred_at AT TIME ZONE ?)::date AS day, count(DISTINCT e.patient_id) AS patients,
                         min(e.occurred_at) AS since, max(e.occurred_at) AS until
                    FROM audit.event e WHERE""" + AT_WORK + SPAN + """
                   GROUP BY 1, 2)
                SELECT d.account_id, a.full_name, NULL::text AS clinic_name, d.since, d.until, d.patients AS count, u.usual
                  FROM daily d LEFT JOIN access.account a ON a.id = d.account_id
                    CROSS JOIN LATERAL (
                      SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY p.patients) AS usual
                        FROM daily p WHERE p.account_id = d.account_id AND p.day < d.day AND p.day >= d.day - 28) u
                 WHERE d.since >= ? AND d.patients > CASE WHEN u.usual IS NULL THEN ? ELSE greatest(?, ? * u.usual) END
                 ORDER BY d.patients DESC, d.day DESC LIMIT ?""",
                row -> finding(Kind.MANY_PATIENTS, row, row.number("usual")),
                span.period().zone().getId(),
                span.clinic(),
                span.clinic(),
                span.from().minus(28, ChronoUnit.DAYS),
                span.until(),
                span.from(),
                PATIENTS_AT_FIRST,
                FEW_PATIENTS,
                TIMES_USUAL,
                MOST);
    }

    private List<Finding> refusals(Span span) {
        return sql.list(
                """
                SELECT e.account_id, a.full_name, NULL::text AS clinic_name, min(e.occurred_at) AS since, max(e.occurred_at) AS until, count(*) AS count
                  FROM audit.event e LEFT JOIN access.account a ON a.id = e.account_id
                 WHERE e.outcome <> 'PERMITTED'""" + SPAN + """
                 GROUP BY e.account_id, a.full_name, date_bin('10 minutes', e.occurred_at, timestamptz 'epoch')
                HAVING count(*) >= ? ORDER BY count(*) DESC, min(e.occurred_at) DESC LIMIT ?""",
                row -> finding(Kind.REFUSALS, row, null),
                span.clinic(),
                span.clinic(),
                span.from(),
                span.until(),
                REFUSALS,
                MOST);
    }

    private List<Finding> outsideHours(Span span) {
        return sql.list(
                """
                SELECT e.account_id, a.full_name, c.name AS clinic_name, min(e.occurred_at) AS since, max(e.occurred_at) AS until, count(*) AS count
                  FROM audit.event e JOIN access.clinic c ON c.id = e.clinic_id LEFT JOIN access.account a ON a.id = e.account_id
                 WHERE audit.outside_hours(c.id, e.occurred_at, c.time_zone) AND""" + AT_WORK + SPAN + """
                 GROUP BY e.account_id, a.full_name, c.name, (e.occurred_at AT TIME ZONE ?)::date
                 ORDER BY count(*) DESC, min(e.occurred_at) DESC LIMIT ?""",
                row -> finding(Kind.OUTSIDE_HOURS, row, null),
                span.clinic(),
                span.clinic(),
                span.from(),
                span.until(),
                span.period().zone().getId(),
                MOST);
    }

    private List<Finding> emergencies(Span span) {
        return sql.list(
                """
                SELECT e.account_id, a.full_name, c.name AS clinic_name, min(e.occurred_at) AS since, max(e.occurred_at) AS until, count(*) AS count
                  FROM audit.event e LEFT JOIN access.clinic c ON c.id = e.clinic_id LEFT JOIN access.account a ON a.id = e.account_id
                 WHERE e.relationship = 'EMERGENCY'""" + SPAN + """
                 GROUP BY e.account_id, a.full_name, c.name, e.patient_id, (e.occurred_at AT TIME ZONE ?)::date
                 ORDER BY min(e.occurred_at) DESC LIMIT ?""",
                row -> finding(Kind.EMERGENCY, row, null),
                span.clinic(),
                span.clinic(),
                span.from(),
                span.until(),
                span.period().zone().getId(),
                MOST);
    }

    private List<Finding> exports(Span span) {
        return sql.list(
                """
                SELECT e.account_id, a.full_name, c.name AS clinic_name, min(e.occurred_at) AS since, max(e.occurred_at) AS until, count(*) AS count
                  FROM audit.event e LEFT JOIN access.clinic c ON c.id = e.clinic_id LEFT JOIN access.account a ON a.id = e.account_id
                 WHERE e.action = 'EXPORT' AND e.outcome = 'PERMITTED'""" + SPAN + """
                 GROUP BY e.account_id, a.full_name, c.name, (e.occurred_at AT TIME ZONE ?)::date
                 ORDER BY count(*) DESC, min(e.occurred_at) DESC LIMIT ?""",
                row -> finding(Kind.EXPORTS, row, null),
                span.clinic(),
                span.clinic(),
                span.from(),
                span.until(),
                span.period().zone().getId(),
                MOST);
    }

    private static Finding finding(Kind kind, Sql.Row row, Long usual) throws SQLException {
        return new Finding(
                kind,
                new AccountId(row.id("account_id")),
                row.text("full_name"),
                row.text("clinic_name"),
                row.instant("since"),
                row.instant("until").plus(1, ChronoUnit.MICROS),
                row.number("count"),
                usual);
    }
}
