package health.chiron.access.api;

import health.chiron.domain.records.PatientId;
import java.util.Set;

/**
 * An account of disclosures as PDF.
 *
 * @param patientId whose
 * @param pdf the file
 */
public record DisclosurePaper(PatientId patientId, byte[] pdf) implements AboutPatients {
    @Override
    public Set<PatientId> patients() {
        return Set.of(patientId);
    }
}
