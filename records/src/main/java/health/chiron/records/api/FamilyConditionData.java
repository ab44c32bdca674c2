package health.chiron.records.api;

import health.chiron.access.api.Limits;
import health.chiron.domain.records.FamilyConditionStatus;
import health.chiron.domain.records.FamilyConditionType;
import health.chiron.domain.records.Severity;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An illness of a relative (MediKeep, family_conditions).
 *
 * @param diagnosisAge how many years old the relative was, 0 to 150
 */
public record FamilyConditionData(
        @NotBlank @Size(max = RecordLimits.RELATIVE) @Pattern(regexp = Limits.LINE)
        String conditionName,

        FamilyConditionType conditionType,
        @Min(0) @Max(150) Integer diagnosisAge,
        Severity severity,
        FamilyConditionStatus status,
        @Pattern(regexp = RecordLimits.ICD10_CODE) String icd10Code,

        @Size(min = 1, max = RecordLimits.FAMILY_NOTES) @Pattern(regexp = Limits.TEXT)
        String notes) {
    /** Says nothing of the illness. */
    @Override
    public String toString() {
        return "FamilyConditionData[...]";
    }
}
