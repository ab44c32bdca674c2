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
 * @param askedBy who asked for it; null when nobody had to
 * @param openedBy who opened it
 * @param endedAt when it was ended before its time; null otherwise
 * @param judgement what the review of an emergency found; null when there was none
 */
public record GrantRow(
        UUID id,
        String clinicName,
        String doctorName,
        String purpose,
        List<Section> sections,
        GrantView.Basis basis,
        String askedBy,
        String openedBy,
        Instant grantedAt,
        Instant expiresAt,
        Instant endedAt,
        GrantView.EndReason endReason,
        GrantView.Status status,
        GrantView.Judgement judgement,
        String judgementNote)
        implements Serializable {
    static GrantRow of(GrantView grant) {
        return new GrantRow(
                grant.id().value(),
                grant.clinicName(),
                grant.doctorName(),
                grant.purpose(),
                List.copyOf(grant.sections()),
                grant.basis(),
                grant.requestedByName(),
                grant.openedByName(),
                grant.grantedAt(),
                grant.expiresAt(),
                grant.endedAt(),
                grant.endReason(),
                grant.status(),
                grant.judgement(),
                grant.judgementNote());
    }

    /** Whether it opens the chart now. */
    public boolean active() {
        return status == GrantView.Status.ACTIVE;
    }

    /** Whether it was opened in an emergency. */
    public boolean emergency() {
        return basis == GrantView.Basis.EMERGENCY;
    }
}
