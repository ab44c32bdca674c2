package health.chiron.records.api;

import health.chiron.access.api.AboutPatients;
import health.chiron.domain.records.PatientId;
import java.util.Map;
import java.util.Set;

/**
 * What bringing a chart in did.
 *
 * @param created new rows by kind: {@code patient}, {@code visit}, {@code condition}
 * @param unchanged rows that were there already, the same
 * @param updated rows that were there and took what had changed
 * @param kept rows that were there, differ, and are final: the first text stays
 */
public record IncomingResult(
        PatientId patient,
        Map<String, Integer> created,
        Map<String, Integer> unchanged,
        Map<String, Integer> updated,
        Map<String, Integer> kept)
        implements AboutPatients {
    @Override
    public Set<PatientId> patients() {
        return Set.of(patient);
    }
}
