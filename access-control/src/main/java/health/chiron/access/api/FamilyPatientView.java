package health.chiron.access.api;

import health.chiron.domain.access.FamilyId;
import health.chiron.domain.access.RelationshipToFamily;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A patient's place in a family.
 *
 * @param patientId null for who does not reach the patient by a relationship of their own
 * @param patientName null for the same
 * @param label what everybody in the family reads
 * @param addedBy who brought the patient in
 * @param until when it ended; null for a place of today
 * @param mayTakeOut whether the reader may take the patient out
 */
public record FamilyPatientView(
        FamilyId familyId,
        PatientId patientId,
        String patientName,
        String label,
        RelationshipToFamily relationshipToFamily,
        String addedBy,
        Instant since,
        Instant until,
        boolean mayTakeOut)
        implements AboutRecord, AboutPatients {
    @Override
    public UUID recordId() {
        return familyId.value();
    }

    @Override
    public Set<PatientId> patients() {
        return patientId == null ? Set.of() : Set.of(patientId);
    }
}
