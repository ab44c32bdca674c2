package health.chiron.records.api;

import health.chiron.access.api.AboutPatients;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The first page of a chart.
 *
 * @param conditions those not over, at most 20, the newest first
 * @param latestVisits the five newest
 * @param latestWeight the newest weight, as entered
 * @param weighedAt when
 * @param nextFollowUp the earliest follow-up date from today on
 * @param sectionsClosed parts of the chart that the grant leaves out
 */
public record ChartSummary(
        PatientIdentity patient,
        List<ConditionView> conditions,
        long conditionCount,
        List<VisitPage.Entry> latestVisits,
        long visitCount,
        Quantity latestWeight,
        Instant weighedAt,
        LocalDate nextFollowUp,
        Set<String> sectionsClosed)
        implements AboutPatients {
    /** Copies the collections. */
    public ChartSummary {
        conditions = List.copyOf(conditions);
        latestVisits = List.copyOf(latestVisits);
        sectionsClosed = Set.copyOf(sectionsClosed);
    }

    @Override
    public Set<PatientId> patients() {
        return Set.of(patient.id());
    }
}
