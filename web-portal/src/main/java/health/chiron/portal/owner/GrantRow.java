package health.chiron.portal.owner;

import health.chiron.access.api.GrantView;
import health.chiron.domain.access.Section;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A grant as the owner's page lists it.
 *
 * @param sections empty for the whole chart
 * @param endedAt when it was ended before its time; null otherwise
 */
public record GrantRow(
        UUID id,
        String clinicName,
        String doctorName,
        String purpose,
        List<Section> sections,
        Instant grantedAt,
        Instant expiresAt,
        Instant endedAt,
        GrantView.Status status)
        implements Serializable {
    static GrantRow of(GrantView grant) {
        return new GrantRow(
                grant.id().value(),
                grant.clinicName(),
                grant.doctorName(),
                grant.purpose(),
                List.copyOf(grant.sections()),
                grant.grantedAt(),
                grant.expiresAt(),
                grant.endedAt(),
                grant.status());
    }

    /** Whether it opens the chart now. */
    public boolean active() {
        return status == GrantView.Status.ACTIVE;
    }
}
