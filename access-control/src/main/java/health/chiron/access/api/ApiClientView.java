package health.chiron.access.api;

import health.chiron.domain.access.ApiClientId;
import health.chiron.domain.access.ClientState;
import health.chiron.domain.access.ClinicId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A program of an integrator.
 *
 * @param id its {@code client_id}
 * @param scopesWanted what was asked for, with blanks between
 * @param scopesAllowed what it may have at the most; null until it is let in
 * @param registeredBy the name of whoever registered it
 * @param decidedBy the name of whoever decided; null until then
 * @param heldByPlatform whether it is the platform that holds it back
 * @param changedAt when the state last changed
 * @param reason why it is refused, held back or over
 * @param credentials its credentials, the newest first
 * @param version for the next change
 */
public record ApiClientView(
        ApiClientId id,
        ClinicId clinicId,
        String clinicName,
        String name,
        String contact,
        String purpose,
        ClientState state,
        String scopesWanted,
        String scopesAllowed,
        Instant registeredAt,
        String registeredBy,
        Instant decidedAt,
        String decidedBy,
        boolean heldByPlatform,
        Instant changedAt,
        String reason,
        List<ClientCredentialView> credentials,
        long version)
        implements AboutRecord {
    /** Copies the list. */
    public ApiClientView {
        credentials = List.copyOf(credentials);
    }

    @Override
    public UUID recordId() {
        return id.value();
    }
}
