package health.chiron.records.api;

import health.chiron.domain.records.ConditionId;
import health.chiron.domain.records.ConditionStatus;
import health.chiron.domain.records.Severity;
import java.time.LocalDate;

/** An entry of the problem list (MediKeep, conditions). */
public record ConditionView(
        ConditionId id,
        String conditionName,
        String diagnosis,
        ConditionStatus status,
        Severity severity,
        LocalDate onsetDate,
        LocalDate endDate,
        String icd10Code,
        String snomedCode,
        String codeDescription,
        String notes,
        String createdByRole,
        String sourceSystem) {}
