package health.chiron.portal.clinic;

import health.chiron.access.api.ClinicInvitationView;
import health.chiron.domain.access.EmploymentType;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * An open invitation to work at a clinic.
 *
 * @param addressedTo what was typed; null for who is invited
 */
public record InvitationRow(
        UUID id, String clinicName, String addressedTo, EmploymentType employment, Instant expiresAt)
        implements Serializable {
    static InvitationRow of(ClinicInvitationView invitation) {
        return new InvitationRow(
                invitation.id().value(),
                invitation.clinicName(),
                invitation.addressedTo(),
                invitation.employmentType(),
                invitation.expiresAt());
    }
}
