package health.chiron.access.api;

import health.chiron.domain.access.InvitationId;
import health.chiron.domain.access.Section;
import health.chiron.domain.access.ShareEnd;
import health.chiron.domain.access.ShareId;
import health.chiron.domain.access.ShareLevel;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A share of a patient, as it stands or stood.
 *
 * @param patientName null for who does not reach the patient
 * @param sharedBy who gave it
 * @param sharedWith who has it
 * @param sections the parts of the chart it opens; empty for all
 * @param invitationId out of which offer it came
 * @param expiresAt when it ends by itself; null for never
 * @param endedAt when it was ended before its time; null otherwise
 * @param endReason why
 * @param active whether it opens anything now
 * @param own whether it is the reader's own
 * @param mayEnd whether the reader may take it back or move its end
 * @param version for the next change
 */
public record ShareView(
        ShareId id,
        PatientId patientId,
        String patientName,
        String sharedBy,
        String sharedWith,
        ShareLevel permissionLevel,
        Set<Section> sections,
        InvitationId invitationId,
        Instant startedAt,
        Instant expiresAt,
        Instant endedAt,
        ShareEnd endReason,
        boolean active,
        boolean own,
        boolean mayEnd,
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
