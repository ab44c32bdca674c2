package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicInvitationId;
import health.chiron.domain.access.EmploymentType;
import java.time.Instant;
import java.util.UUID;

/**
 * An open invitation to work at a clinic. The clinic's side never shows whether it reached anybody.
 *
 * @param addressedTo what was typed; null on the side of who is invited
 */
public record ClinicInvitationView(
        ClinicInvitationId id,
        ClinicId clinicId,
        String clinicName,
        String addressedTo,
        EmploymentType employmentType,
        Instant invitedAt,
        Instant expiresAt)
        implements AboutRecord {
    @Override
    public UUID recordId() {
        return id.value();
    }
}
