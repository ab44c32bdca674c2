package health.chiron.access.api;

import health.chiron.domain.access.FamilyId;
import health.chiron.domain.access.InvitationId;
import health.chiron.domain.access.InvitationStatus;
import health.chiron.domain.access.InvitationType;
import health.chiron.domain.access.Section;
import health.chiron.domain.access.ShareLevel;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An offer and how far it has come.
 *
 * @param patientId null for an offer of a family, which is about no patient
 * @param patientName null for who does not reach the patient: an offer shows who it is only while it waits
 * @param familyMemberId the relative, when it is about one
 * @param familyId the family, when it is an offer of one
 * @param familyName its name; null for who is not in it and was not asked, or whose invitation is over
 * @param sentTo the mail address as the sender typed it; never what an account has
 * @param permissionLevel null for an ownership and for a family
 * @param sections the parts of the chart offered; empty for all
 * @param shareUntil when the share would end by itself; null for never
 * @param expiresAt until when it can be answered
 * @param own whether the reader sent it
 */
public record InvitationView(
        InvitationId id,
        InvitationType invitationType,
        InvitationStatus status,
        PatientId patientId,
        String patientName,
        FamilyMemberId familyMemberId,
        FamilyId familyId,
        String familyName,
        String sentBy,
        String sentTo,
        String title,
        String message,
        ShareLevel permissionLevel,
        Set<Section> sections,
        Instant shareUntil,
        Instant createdAt,
        Instant expiresAt,
        Instant respondedAt,
        String responseNote,
        boolean own)
        implements AboutRecord, AboutPatients {
    @Override
    public UUID recordId() {
        return id.value();
    }

    @Override
    public Set<PatientId> patients() {
        return patientId == null ? Set.of() : Set.of(patientId);
    }
}
