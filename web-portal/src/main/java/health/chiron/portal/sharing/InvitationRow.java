package health.chiron.portal.sharing;

import health.chiron.access.api.InvitationView;
import health.chiron.domain.access.InvitationStatus;
import health.chiron.domain.access.InvitationType;
import health.chiron.domain.access.Section;
import health.chiron.domain.access.ShareLevel;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An invitation as a page lists it.
 *
 * @param patientName null where the patient is not reached
 * @param sections empty for the whole chart
 * @param own whether the reader sent it
 */
public record InvitationRow(
        UUID id,
        InvitationType type,
        InvitationStatus status,
        String patientName,
        String familyName,
        String sentBy,
        String sentTo,
        String title,
        String message,
        ShareLevel level,
        List<Section> sections,
        Instant shareUntil,
        Instant createdAt,
        Instant expiresAt,
        String responseNote,
        boolean own)
        implements Serializable {
    static InvitationRow of(InvitationView view) {
        return new InvitationRow(
                view.id().value(),
                view.invitationType(),
                view.status(),
                view.patientName(),
                view.familyName(),
                view.sentBy(),
                view.sentTo(),
                view.title(),
                view.message(),
                view.permissionLevel(),
                List.copyOf(view.sections()),
                view.shareUntil(),
                view.createdAt(),
                view.expiresAt(),
                view.responseNote(),
                view.own());
    }

    /** Whether it is about a family, and so about no patient. */
    public boolean intoFamily() {
        return type == InvitationType.FAMILY_JOIN;
    }

    /** Whether it waits for an answer. */
    public boolean waits() {
        return status == InvitationStatus.PENDING;
    }
}
