package health.chiron.records.api;

import health.chiron.access.api.AboutPatients;
import health.chiron.access.api.AboutRecord;
import health.chiron.domain.records.FamilyConditionId;
import health.chiron.domain.records.FamilyConditionStatus;
import health.chiron.domain.records.FamilyConditionType;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.FamilyRelation;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.Severity;
import health.chiron.domain.records.Sex;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A relative with the illnesses that are known; void ones are left out.
 *
 * @param relationship whose relative it is, seen from the patient
 * @param createdByRole who entered it: the owner's side or a doctor
 * @param mayChange whether the reader may correct it
 * @param version for the next correction
 */
public record FamilyMemberView(
        FamilyMemberId id,
        PatientId patientId,
        String name,
        FamilyRelation relationship,
        Sex gender,
        Integer birthYear,
        Integer deathYear,
        boolean deceased,
        String notes,
        List<Illness> conditions,
        String createdByRole,
        boolean mayChange,
        long version)
        implements AboutRecord, AboutPatients {
    /** Copies the list. */
    public FamilyMemberView {
        conditions = List.copyOf(conditions);
    }

    @Override
    public UUID recordId() {
        return id.value();
    }

    @Override
    public Set<PatientId> patients() {
        return Set.of(patientId);
    }

    /**
     * An illness of the relative.
     *
     * @param diagnosisAge how many years old the relative was
     * @param version for the next correction
     */
    @Schema(name = "FamilyConditionView")
    public record Illness(
            FamilyConditionId id,
            String conditionName,
            FamilyConditionType conditionType,
            Integer diagnosisAge,
            Severity severity,
            FamilyConditionStatus status,
            String icd10Code,
            String notes,
            long version) {}
}
