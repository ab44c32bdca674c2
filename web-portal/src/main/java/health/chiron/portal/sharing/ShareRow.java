package health.chiron.portal.sharing;

import health.chiron.access.api.FamilyHistoryShareView;
import health.chiron.access.api.ShareView;
import health.chiron.domain.access.Section;
import health.chiron.domain.access.ShareEnd;
import health.chiron.domain.access.ShareLevel;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A share as a page lists it: of a patient, or of one relative.
 *
 * @param about the patient, or the relative, to which it leads
 * @param name who that is; null where it is not reached
 * @param level how much it opens
 * @param sections empty for the whole chart
 * @param endedAt when it was ended before its time; null otherwise
 * @param mayEnd whether the reader may take it back
 * @param own whether it is the reader's own
 */
public record ShareRow(
        UUID id,
        UUID about,
        String name,
        String sharedBy,
        String sharedWith,
        ShareLevel level,
        List<Section> sections,
        Instant startedAt,
        Instant expiresAt,
        Instant endedAt,
        ShareEnd endReason,
        String note,
        boolean active,
        boolean own,
        boolean mayEnd,
        long version)
        implements Serializable {
    static ShareRow of(ShareView share) {
        return new ShareRow(
                share.id().value(),
                share.patientId().value(),
                share.patientName(),
                share.sharedBy(),
                share.sharedWith(),
                share.permissionLevel(),
                List.copyOf(share.sections()),
                share.startedAt(),
                share.expiresAt(),
                share.endedAt(),
                share.endReason(),
                null,
                share.active(),
                share.own(),
                share.mayEnd(),
                share.version());
    }

    static ShareRow of(FamilyHistoryShareView share) {
        return new ShareRow(
                share.id().value(),
                share.familyMemberId().value(),
                share.memberName(),
                share.sharedBy(),
                share.sharedWith(),
                share.permissionLevel(),
                List.of(Section.FAMILY_HISTORY),
                share.startedAt(),
                share.expiresAt(),
                share.endedAt(),
                share.endReason(),
                share.sharingNote(),
                share.active(),
                share.own(),
                share.active() && !share.own(),
                share.version());
    }

    /** When it was or will be over; null for never. */
    public Instant over() {
        return endedAt == null ? expiresAt : endedAt;
    }
}
