package health.chiron.records.api;

import health.chiron.access.api.AboutClinic;
import health.chiron.access.api.NewOwner;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.OrganizationId;
import health.chiron.domain.access.PractitionerId;
import health.chiron.domain.records.ConditionStatus;
import health.chiron.domain.records.Severity;
import health.chiron.domain.records.VisitPriority;
import health.chiron.domain.records.VisitType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One patient's chart as another system hands it over, already in the house's words. Brought in whole or not at all.
 *
 * @param clinicId the clinic that brings it in and answers for it
 * @param sourceSystem where it comes from, the same at every import
 * @param sourceId the patient's id there
 * @param owner who will own the access; made and invited with an unproven contact
 */
public record IncomingChart(
        @NotNull ClinicId clinicId,
        @NotBlank @Size(max = 200) String sourceSystem,
        @NotBlank @Size(max = 200) String sourceId,
        @NotNull @Valid PatientData patient,
        @NotNull @Valid NewOwner owner,
        @NotNull List<@Valid @NotNull IncomingVisit> visits,
        @NotNull List<@Valid @NotNull IncomingCondition> conditions)
        implements AboutClinic {
    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "IncomingChart[...]";
    }

    /** A finished visit elsewhere. */
    public record IncomingVisit(
            @NotBlank @Size(max = 200) String sourceId,
            @NotNull VisitType visitType,
            @NotNull VisitPriority priority,
            @NotNull Instant visitDate,
            @Min(0) @Max(525_600) Integer durationMinutes,
            @Size(min = 1, max = RecordLimits.REASON) String reason,
            @Size(min = 1, max = RecordLimits.FINDINGS) String diagnosis,
            PractitionerId practitioner,
            OrganizationId organization) {}

    /** A condition known elsewhere. */
    public record IncomingCondition(
            @NotBlank @Size(max = 200) String sourceId,
            @NotBlank @Size(max = 500) String diagnosis,
            @NotNull ConditionStatus status,
            Severity severity,
            LocalDate onsetDate,
            LocalDate endDate,
            @Size(min = 1, max = 10) String icd10Code,
            @Pattern(regexp = RecordLimits.SNOMED_CODE) String snomedCode,
            @Size(min = 1, max = 300) String codeDescription) {}
}
