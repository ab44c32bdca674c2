package health.chiron.interop.internal.imports;

import health.chiron.domain.access.ClinicId;
import health.chiron.interop.internal.bundle.Entry;
import health.chiron.interop.internal.bundle.ReadBundle;
import health.chiron.records.api.IncomingChart;
import health.chiron.records.api.IncomingChart.IncomingCondition;
import health.chiron.records.api.IncomingChart.IncomingVisit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** The charts of a bundle: each patient with the visits and conditions that refer to them. */
final class ChartMapping {
    private final ClinicId clinic;
    private final PatientMapping patients;
    private final VisitMapping visits;
    private final ConditionMapping conditions;
    private final Tally tally;

    ChartMapping(ClinicId clinic, DirectoryEntries directory, Instant now, Tally tally) {
        this.clinic = clinic;
        // A date that is tomorrow in UTC is today somewhere.
        this.patients = new PatientMapping(
                tally, LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1));
        this.visits = new VisitMapping(directory, tally, now);
        this.conditions = new ConditionMapping(tally);
        this.tally = tally;
    }

    /** @throws health.chiron.domain.shared.Refusal saying why a patient cannot be taken */
    List<IncomingChart> charts(ReadBundle bundle) {
        References references = new References(bundle);
        IdentityHashMap<Patient, Parts> parts = new IdentityHashMap<>();
        for (Entry<Patient> entry : bundle.of(Patient.class)) {
            parts.put(entry.resource(), new Parts());
        }
        for (Entry<Encounter> entry : bundle.of(Encounter.class)) {
            of(references, entry.resource().getSubject(), parts, "encounter/patient_not_in_file")
                    .ifPresent(into -> into.takeVisit(visits.visit(entry.resource()), tally));
        }
        for (Entry<Condition> entry : bundle.of(Condition.class)) {
            of(references, entry.resource().getSubject(), parts, "condition/patient_not_in_file")
                    .ifPresent(into -> into.takeCondition(conditions.condition(entry.resource()), tally));
        }
        List<IncomingChart> charts = new ArrayList<>();
        for (Entry<Patient> entry : bundle.of(Patient.class)) {
            charts.add(chart(entry.resource(), parts.get(entry.resource())));
        }
        return charts;
    }

    private IncomingChart chart(Patient patient, Parts parts) {
        SourceKey key = PatientMapping.key(patient);
        return new IncomingChart(
                clinic,
                key.system(),
                key.id(),
                patients.data(patient),
                patients.owner(patient),
                List.copyOf(parts.visits.values()),
                List.copyOf(parts.conditions.values()));
    }

    private Optional<Parts> of(
            References references, Reference subject, IdentityHashMap<Patient, Parts> parts, String reason) {
        Optional<Parts> found = references.within(subject, Patient.class).map(parts::get);
        if (found.isEmpty()) {
            tally.refuse(reason);
        }
        return found;
    }

    /** What belongs to one patient, by its id at the source: an id that comes twice in a file is one thing. */
    private static final class Parts {
        private final Map<String, IncomingVisit> visits = new LinkedHashMap<>();
        private final Map<String, IncomingCondition> conditions = new LinkedHashMap<>();

        void takeVisit(Optional<IncomingVisit> visit, Tally tally) {
            visit.filter(one -> visits.putIfAbsent(one.sourceId(), one) != null)
                    .ifPresent(again -> tally.refuse("encounter/twice_in_file"));
        }

        void takeCondition(Optional<IncomingCondition> condition, Tally tally) {
            condition
                    .filter(one -> conditions.putIfAbsent(one.sourceId(), one) != null)
                    .ifPresent(again -> tally.refuse("condition/twice_in_file"));
        }
    }
}
