package health.chiron.records.api;

import health.chiron.access.api.AboutPatients;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.Set;

/**
 * A patient with demographics.
 *
 * @param isSelfRecord whether it is the record that the reader keeps of themselves
 * @param registeredAtClinic where the patient was registered
 * @param version for the next correction
 */
public record PatientView(
        PatientId id,
        PatientData data,
        boolean isSelfRecord,
        ClinicId registeredAtClinic,
        Instant registeredAt,
        String sourceSystem,
        long version)
        implements AboutPatients {
    @Override
    public Set<PatientId> patients() {
        return Set.of(id);
    }
}
