package health.chiron.portal.owner;

import health.chiron.access.api.AccessRequestView;
import health.chiron.domain.access.Section;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A request that waits for the owner.
 *
 * @param fromClinic the clinic that refers; null when none does
 */
public record RequestRow(
        UUID id,
        AccessRequestView.Origin origin,
        String clinicName,
        String doctorName,
        String purpose,
        List<Section> sections,
        int grantHours,
        String askedBy,
        String fromClinic,
        Instant expiresAt)
        implements Serializable {
    static RequestRow of(AccessRequestView request) {
        return new RequestRow(
                request.id().value(),
                request.origin(),
                request.clinicName(),
                request.doctorName(),
                request.purpose(),
                List.copyOf(request.sections()),
                request.grantHours(),
                request.requestedByName(),
                request.fromClinicName(),
                request.expiresAt());
    }

    /** Whether the owner offers it; else somebody asks. */
    public boolean offer() {
        return origin == AccessRequestView.Origin.OWNER;
    }
}
