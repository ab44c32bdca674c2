package health.chiron.access.internal.clinics;

import health.chiron.access.api.OpeningInterval;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.OpeningHours;
import health.chiron.domain.access.Weekday;
import health.chiron.domain.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The opening hours of clinics, between the wire's texts, the domain's minutes and the table. */
@ApplicationScoped
class ClinicHours {
    @Inject
    private Sql sql;

    private record Line(ClinicId clinic, OpeningHours.Interval interval) {}

    /** The opening hours of several clinics, Monday first. */
    Map<ClinicId, List<OpeningInterval>> of(Collection<ClinicId> clinics) {
        Map<ClinicId, List<OpeningInterval>> hours = new HashMap<>();
        if (clinics.isEmpty()) {
            return hours;
        }
        List<Line> lines = sql.list(
                "SELECT clinic_id, weekday, opens_minute, closes_minute FROM access.clinic_hours WHERE clinic_id = ANY (?) AND valid_until IS NULL",
                row -> new Line(
                        new ClinicId(row.id("clinic_id")),
                        new OpeningHours.Interval(
                                row.word(Weekday.class, "weekday"),
                                row.integer("opens_minute"),
                                row.integer("closes_minute"))),
                (Object) clinics.stream().map(ClinicId::value).toArray(UUID[]::new));
        lines.stream()
                .sorted(Comparator.comparing((Line line) -> line.interval().day())
                        .thenComparing(line -> line.interval().opens()))
                .forEach(line -> hours.computeIfAbsent(line.clinic(), c -> new ArrayList<>())
                        .add(shown(line.interval())));
        return hours;
    }

    /** The opening hours of one clinic. */
    List<OpeningInterval> of(ClinicId clinic) {
        return of(List.of(clinic)).getOrDefault(clinic, List.of());
    }

    /** What a profile says, in order. */
    static OpeningHours read(List<OpeningInterval> intervals) {
        return new OpeningHours(intervals.stream()
                .map(each -> new OpeningHours.Interval(
                        each.day(), OpeningHours.minutes(each.opens()), OpeningHours.minutes(each.closes())))
                .toList());
    }

    /** Keeps these from now on; the clinic's row, which is new or was changed before, queues two who do it at once. */
    void keep(ClinicId clinic, OpeningHours hours, Instant now) {
        if (read(of(clinic)).equals(hours)) {
            return;
        }
        sql.update(
                "UPDATE access.clinic_hours SET valid_until = ? WHERE clinic_id = ? AND valid_until IS NULL",
                now,
                clinic);
        if (!hours.intervals().isEmpty()) {
            sql.batch(
                    "INSERT INTO access.clinic_hours (id, clinic_id, weekday, opens_minute, closes_minute, valid_from) VALUES (?, ?, ?, ?, ?, ?)",
                    hours.intervals().stream()
                            .map(each ->
                                    new Object[] {Ids.next(), clinic, each.day(), each.opens(), each.closes(), now})
                            .toList());
        }
    }

    private static OpeningInterval shown(OpeningHours.Interval interval) {
        return new OpeningInterval(
                interval.day(), OpeningHours.text(interval.opens()), OpeningHours.text(interval.closes()));
    }
}
