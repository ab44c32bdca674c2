package health.chiron.access.api;

import health.chiron.domain.access.FamilyHistoryShareId;
import health.chiron.domain.access.InvitationId;
import health.chiron.domain.access.ShareEnd;
import health.chiron.domain.access.ShareLevel;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A share of one relative's history.
 *
 * @param memberName the relative's name; null for who does not reach the relative any more
 * @param sharedBy who gave it
 * @param sharedWith who has it
 * @param permissionLevel always {@code VIEW}: a relative is shown, and nothing else
 * @param invitationId out of which offer it came
 * @param sharingNote what was written beside the offer
 * @param expiresAt when it ends by itself; null for never
 * @param active whether it opens anything now
 * @param own whether it is the reader's own
 * @param version for the next change
 */
public record FamilyHistoryShareView(
        FamilyHistoryShareId id,
        PatientId patientId,
        FamilyMemberId familyMemberId,
        String memberName,
        String sharedBy,
        String sharedWith,
        ShareLevel permissionLevel,
        InvitationId invitationId,
        String sharingNote,
        Instant startedAt,
        Instant expiresAt,
        Instant endedAt,
        ShareEnd endReason,
        boolean active,
        boolean own,
        long version)
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
