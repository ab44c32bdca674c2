package health.chiron.interop.api;

import health.chiron.access.api.AboutRecord;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What an import did. Every resource of the file is counted once in {@code created}, {@code unchanged}, {@code updated},
 * {@code kept}, {@code notTaken} or {@code refused}; nothing is dropped silently. Practitioners and organisations that a chart
 * only refers to are added to the directory and counted as well.
 *
 * @param id the run's id
 * @param patients whose charts came in
 * @param created new rows by kind: patient, visit, condition, practitioner, organization
 * @param unchanged rows that were there already, the same
 * @param updated rows that were there and took what had changed
 * @param kept rows that were there, differ, and are final: the first text stays
 * @param notTaken resources of types that are not imported yet, by FHIR type
 * @param refused resources of imported types that could not be taken, by reason such as {@code encounter/not_finished}
 * @param adjusted facts left out or settled by a rule, by reason such as {@code patient/birth_date_incomplete}; their
 *     resources were taken
 */
public record ImportReport(
        UUID id,
        String fileName,
        Instant importedAt,
        Set<PatientId> patients,
        Map<String, Integer> created,
        Map<String, Integer> unchanged,
        Map<String, Integer> updated,
        Map<String, Integer> kept,
        Map<String, Integer> notTaken,
        Map<String, Integer> refused,
        Map<String, Integer> adjusted)
        implements AboutRecord {
    /** Copies the collections; the counts stand in the order of their keys. */
    public ImportReport {
        patients = Set.copyOf(patients);
        created = inOrder(created);
        unchanged = inOrder(unchanged);
        updated = inOrder(updated);
        kept = inOrder(kept);
        notTaken = inOrder(notTaken);
        refused = inOrder(refused);
        adjusted = inOrder(adjusted);
    }

    private static Map<String, Integer> inOrder(Map<String, Integer> counts) {
        return Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    @Override
    public UUID recordId() {
        return id;
    }
}
