package health.chiron.records.internal.incoming;

import health.chiron.domain.records.PatientId;
import health.chiron.records.api.IncomingResult;
import java.util.Map;
import java.util.TreeMap;

/** Counts what bringing a chart in did, by kind of row. */
final class Tally {
    private final Map<String, Integer> created = new TreeMap<>();
    private final Map<String, Integer> unchanged = new TreeMap<>();
    private final Map<String, Integer> updated = new TreeMap<>();
    private final Map<String, Integer> kept = new TreeMap<>();

    void created(String kind) {
        created.merge(kind, 1, Integer::sum);
    }

    void unchanged(String kind) {
        unchanged.merge(kind, 1, Integer::sum);
    }

    void updated(String kind) {
        updated.merge(kind, 1, Integer::sum);
    }

    void kept(String kind) {
        kept.merge(kind, 1, Integer::sum);
    }

    IncomingResult result(PatientId patient) {
        return new IncomingResult(patient, created, unchanged, updated, kept);
    }
}
