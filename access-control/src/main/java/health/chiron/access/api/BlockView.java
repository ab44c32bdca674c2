package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.BlockId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Whom the owner keeps out.
 *
 * @param personName null when a clinic is kept out
 * @param clinicName null when a person is kept out
 * @param until when it was lifted; null while it stands
 */
public record BlockView(
        BlockId id,
        PatientId patientId,
        AccountId accountId,
        String personName,
        ClinicId clinicId,
        String clinicName,
        boolean evenInEmergency,
        Instant since,
        Instant until)
        implements AboutRecord, AboutPatients {
    @Override
    public UUID recordId() {
        return id.value();
    }

    @Override
    public Set<PatientId> patients() {
        return Set.of(patientId);
    }
}
