package health.chiron.records.internal.incoming;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Ownership;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.records.Condition;
import health.chiron.domain.records.Patient;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.Visit;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.IncomingChart;
import health.chiron.records.api.IncomingChart.IncomingCondition;
import health.chiron.records.api.IncomingChart.IncomingVisit;
import health.chiron.records.api.IncomingRecords;
import health.chiron.records.api.IncomingResult;
import health.chiron.records.internal.patient.PatientForms;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings charts of other systems in: what is known by its source is recognised, what is new is added. */
@Stateless
public class IncomingRecordsDoor implements IncomingRecords {
    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Ownership ownership;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.IMPORT, on = Category.IMPORTS)
    public IncomingResult bring(IncomingChart chart) {
        Tally tally = new Tally();
        Instant now = clock.instant();
        PatientId patient = patient(chart, tally, now);
        visits(chart, patient, tally, now);
        conditions(chart, patient, tally, now);
        entities.flush();
        return tally.result(patient);
    }

    private PatientId patient(IncomingChart chart, Tally tally, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        Optional<Patient> known = sql.first(
                        "SELECT id FROM records.patient WHERE registered_clinic_id = ? AND source_system = ? AND source_id = ?",
                        row -> row.id("id"),
                        chart.clinicId(),
                        chart.sourceSystem(),
                        chart.sourceId())
                .map(id -> entities.find(Patient.class, id));
        if (known.isPresent()) {
            Patient patient = known.get();
            if (patient.facts().equals(PatientForms.facts(chart.patient()))) {
                tally.unchanged("patient");
            } else {
                patient.correct(patient.version(), PatientForms.facts(chart.patient()), today);
                tally.updated("patient");
            }
            return patient.id();
        }
        Patient patient = Patient.register(PatientForms.facts(chart.patient()), chart.clinicId(), by(), now, today)
                .from(chart.sourceSystem(), chart.sourceId());
        if (chart.patient().identifiers() != null) {
            chart.patient().identifiers().stream().distinct().forEach(i -> patient.knownAs(i.system(), i.value()));
        }
        entities.persist(patient);
        entities.flush();
        try {
            ownership.first(patient.id(), chart.owner(), false);
        } catch (Refusal refusal) {
            throw refusal.under("owner");
        }
        tally.created("patient");
        return patient.id();
    }

    private void visits(IncomingChart chart, PatientId patient, Tally tally, Instant now) {
        Map<String, String> known = sql
                .list(
                        "SELECT source_id, visit_type || '|' || extract(epoch FROM visit_date)::bigint || '|' || coalesce(duration_minutes::text, '') || '|' || coalesce(reason, '') || '|' || coalesce(diagnosis, '') AS facts FROM records.visit WHERE patient_id = ? AND source_system = ?",
                        row -> Map.entry(row.text("source_id"), row.text("facts")),
                        patient,
                        chart.sourceSystem())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (IncomingVisit visit : chart.visits()) {
            String before = known.putIfAbsent(visit.sourceId(), facts(visit));
            if (before == null) {
                entities.persist(Visit.brought(
                        patient,
                        chart.clinicId(),
                        by(),
                        visit.practitioner(),
                        visit.organization(),
                        chart.sourceSystem(),
                        visit.sourceId(),
                        content(visit),
                        now));
                tally.created("visit");
            } else if (before.equals(facts(visit))) {
                tally.unchanged("visit");
            } else {
                tally.kept("visit"); // a signed visit is final: the first text stays
            }
        }
    }

    private static String facts(IncomingVisit visit) {
        return visit.visitType() + "|" + visit.visitDate().getEpochSecond() + "|"
                + (visit.durationMinutes() == null ? "" : visit.durationMinutes()) + "|"
                + (visit.reason() == null ? "" : visit.reason()) + "|"
                + (visit.diagnosis() == null ? "" : visit.diagnosis());
    }

    private static Visit.Content content(IncomingVisit visit) {
        return new Visit.Content(
                visit.visitType(),
                visit.priority(),
                visit.visitDate(),
                visit.durationMinutes(),
                null,
                visit.reason(),
                null,
                null,
                visit.diagnosis(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null);
    }

    private void conditions(IncomingChart chart, PatientId patient, Tally tally, Instant now) {
        List<Condition> there = entities.createQuery(
                        "SELECT c FROM Condition c WHERE c.patientId = :patient AND c.sourceSystem = :system",
                        Condition.class)
                .setParameter("patient", patient.value())
                .setParameter("system", chart.sourceSystem())
                .getResultList();
        Map<String, Condition> known =
                there.stream().collect(Collectors.toMap(Condition::sourceId, Function.identity()));
        for (IncomingCondition condition : chart.conditions()) {
            Condition.Content content = new Condition.Content(
                    condition.diagnosis(),
                    condition.status(),
                    condition.severity(),
                    condition.onsetDate(),
                    condition.endDate(),
                    condition.icd10Code(),
                    condition.snomedCode(),
                    condition.codeDescription());
            Condition before = known.get(condition.sourceId());
            if (before == null) {
                Condition added = Condition.brought(
                        patient, chart.clinicId(), by(), chart.sourceSystem(), condition.sourceId(), content, now);
                known.put(condition.sourceId(), added);
                entities.persist(added);
                tally.created("condition");
            } else if (before.follow(content)) {
                tally.updated("condition");
            } else {
                tally.unchanged("condition");
            }
        }
    }

    private AccountId by() {
        return current.get().account();
    }
}
