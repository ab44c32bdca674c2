package health.chiron.portal.family;

import health.chiron.domain.records.FamilyConditionStatus;
import health.chiron.domain.records.FamilyConditionType;
import health.chiron.domain.records.Severity;
import health.chiron.records.api.FamilyMemberView;
import java.io.Serializable;
import java.util.UUID;

/** An illness of a relative as a page lists it. */
public record IllnessRow(
        UUID id,
        String name,
        FamilyConditionType type,
        Integer diagnosisAge,
        Severity severity,
        FamilyConditionStatus status,
        String icd10Code,
        String notes,
        long version)
        implements Serializable {
    static IllnessRow of(FamilyMemberView.Illness illness) {
        return new IllnessRow(
                illness.id().value(),
                illness.conditionName(),
                illness.conditionType(),
                illness.diagnosisAge(),
                illness.severity(),
                illness.status(),
                illness.icd10Code(),
                illness.notes(),
                illness.version());
    }
}
