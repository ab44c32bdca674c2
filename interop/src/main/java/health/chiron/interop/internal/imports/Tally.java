package health.chiron.interop.internal.imports;

import health.chiron.domain.records.PatientId;
import health.chiron.interop.api.ImportReport;
import health.chiron.records.api.IncomingResult;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Counts of one import. Keys are words of ours or FHIR's, never content of the file. */
final class Tally {
    private final Set<PatientId> patients = new LinkedHashSet<>();
    private final Map<String, Integer> created = new TreeMap<>();
    private final Map<String, Integer> unchanged = new TreeMap<>();
    private final Map<String, Integer> updated = new TreeMap<>();
    private final Map<String, Integer> kept = new TreeMap<>();
    private final Map<String, Integer> notTaken = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> adjusted = new TreeMap<>();

    /** A practitioner or organisation was added to the directory, or was there. */
    void directoryEntry(String kind, boolean isNew) {
        (isNew ? created : unchanged).merge(kind, 1, Integer::sum);
    }

    /** A chart was brought in. */
    void chart(IncomingResult result) {
        patients.add(result.patient());
        addAll(created, result.created());
        addAll(unchanged, result.unchanged());
        addAll(updated, result.updated());
        addAll(kept, result.kept());
    }

    /** Resources of a type that is not imported yet. */
    void notTaken(Map<String, Integer> byType) {
        addAll(notTaken, byType);
    }

    /** A resource could not be taken. */
    void refuse(String reason) {
        refused.merge(reason, 1, Integer::sum);
    }

    /** Resources could not be taken. */
    void refuse(Map<String, Integer> byReason) {
        addAll(refused, byReason);
    }

    /** A fact was left out, or settled by a rule. */
    void adjust(String reason) {
        adjusted.merge(reason, 1, Integer::sum);
    }

    /** The counts as they stand. */
    ImportReport report(UUID id, String fileName, Instant at) {
        return new ImportReport(
                id, fileName, at, patients, created, unchanged, updated, kept, notTaken, refused, adjusted);
    }

    private static void addAll(Map<String, Integer> counts, Map<String, Integer> more) {
        more.forEach((key, number) -> {
            if (number != 0) {
                counts.merge(key, number, Integer::sum);
            }
        });
    }
}
