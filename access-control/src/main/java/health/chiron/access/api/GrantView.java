package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.Section;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Access that a clinic holds or held.
 *
 * @param doctorName null when every doctor of the clinic is meant
 * @param sections empty for the whole chart
 * @param endedAt when it was ended before its time; null otherwise
 */
public record GrantView(
        GrantId id,
        PatientId patientId,
        String patientName,
        ClinicId clinicId,
        String clinicName,
        AccountId doctorId,
        String doctorName,
        String purpose,
        Set<Section> sections,
        Instant grantedAt,
        Instant expiresAt,
        Instant endedAt,
        Status status)
        implements AboutRecord, AboutPatients {
    @Override
    public UUID recordId() {
        return id.value();
    }

    @Override
    public Set<PatientId> patients() {
        return Set.of(patientId);
    }

    /** The states of the veterinary seed (pet_clinic_access.status). */
    @Schema(name = "GrantStatus")
    public enum Status {
        /** Opens the chart now. */
        ACTIVE,
        /** Its time is over. */
        EXPIRED,
        /** Ended before its time. */
        REVOKED
    }
}
