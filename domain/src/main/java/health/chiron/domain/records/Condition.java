package health.chiron.domain.records;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * An entry of the problem list (MediKeep, conditions): a diagnosis that stays with the patient beyond one visit. It comes in
 * with a chart from another system and follows that system's later word on how it stands.
 */
@Entity
@Table(schema = "records", name = "condition")
public class Condition {
    @Id
    private UUID id;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Column(name = "clinic_id", updatable = false)
    private UUID clinicId;

    private String diagnosis;

    @Enumerated(EnumType.STRING)
    private ConditionStatus status;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Column(name = "onset_date")
    private LocalDate onsetDate;

    @Column(name = "end_date")
    private LocalDate endDate;

    @Column(name = "icd10_code")
    private String icd10Code;

    @Column(name = "snomed_code")
    private String snomedCode;

    @Column(name = "code_description")
    private String codeDescription;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "created_by_role", updatable = false)
    private String createdByRole;

    @Column(name = "source_system", updatable = false)
    private String sourceSystem;

    @Column(name = "source_id", updatable = false)
    private String sourceId;

    @Version
    private long version;

    /** For JPA. */
    protected Condition() {}

    /** What is known of it. */
    public record Content(
            String diagnosis,
            ConditionStatus status,
            Severity severity,
            LocalDate onsetDate,
            LocalDate endDate,
            String icd10Code,
            String snomedCode,
            String codeDescription) {
        /** @throws Refusal when the end does not go with the state or the beginning */
        public Content {
            Objects.requireNonNull(diagnosis, "diagnosis");
            Objects.requireNonNull(status, "status");
            if (endDate != null && status != ConditionStatus.RESOLVED) {
                throw Refusal.invalid("endDate", "not_possible", "Only a resolved condition has an end date.");
            }
            if (endDate != null && onsetDate != null && endDate.isBefore(onsetDate)) {
                throw Refusal.invalid("endDate", "date_order", "The end cannot lie before the onset.");
            }
        }
    }

    /** Takes a condition from another system. */
    public static Condition brought(
            PatientId patient,
            ClinicId clinic,
            AccountId by,
            String system,
            String idThere,
            Content content,
            Instant at) {
        Condition condition = new Condition();
        condition.id = ConditionId.next().value();
        condition.patientId = patient.value();
        condition.clinicId = clinic.value();
        condition.createdAt = Objects.requireNonNull(at, "at");
        condition.createdBy = by.value();
        condition.createdByRole = "INTEGRATOR";
        condition.sourceSystem = Objects.requireNonNull(system, "system");
        condition.sourceId = Objects.requireNonNull(idThere, "id");
        condition.follow(content);
        return condition;
    }

    /**
     * Follows the other system's present word.
     *
     * @return whether anything changed
     */
    public boolean follow(Content content) {
        if (content.equals(status == null ? null : content())) {
            return false;
        }
        diagnosis = content.diagnosis();
        status = content.status();
        severity = content.severity();
        onsetDate = content.onsetDate();
        endDate = content.endDate();
        icd10Code = content.icd10Code();
        snomedCode = content.snomedCode();
        codeDescription = content.codeDescription();
        return true;
    }

    private Content content() {
        return new Content(diagnosis, status, severity, onsetDate, endDate, icd10Code, snomedCode, codeDescription);
    }

    /** The id there. */
    public String sourceId() {
        return sourceId;
    }
}
