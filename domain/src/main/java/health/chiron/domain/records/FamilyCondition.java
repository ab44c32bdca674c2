package health.chiron.domain.records;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An illness that a relative had or has (MediKeep, family_conditions). Corrected by the side that entered the relative; voided with
 * the reason, never deleted.
 */
@Entity
@Table(schema = "records", name = "family_condition")
public class FamilyCondition {
    @Id
    private UUID id;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Column(name = "family_member_id", updatable = false)
    private UUID familyMemberId;

    @Column(name = "condition_name")
    private String conditionName;

    @Enumerated(EnumType.STRING)
    @Column(name = "condition_type")
    private FamilyConditionType conditionType;

    @Column(name = "diagnosis_age")
    private Integer diagnosisAge;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Enumerated(EnumType.STRING)
    private FamilyConditionStatus status;

    @Column(name = "icd10_code")
    private String icd10Code;

    private String notes;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "voided_at")
    private Instant voidedAt;

    @Column(name = "voided_by")
    private UUID voidedBy;

    @Column(name = "void_reason")
    private String voidReason;

    @Version
    private long version;

    /** For JPA. */
    protected FamilyCondition() {}

    /**
     * What is known of it.
     *
     * @param diagnosisAge how many years old the relative was
     */
    public record Facts(
            String conditionName,
            FamilyConditionType conditionType,
            Integer diagnosisAge,
            Severity severity,
            FamilyConditionStatus status,
            String icd10Code,
            String notes) {
        /** Needs a name. */
        public Facts {
            Objects.requireNonNull(conditionName, "conditionName");
        }
    }

    /** Enters an illness of a relative. */
    public static FamilyCondition enter(FamilyMember member, AccountId by, Facts facts, Instant at) {
        member.mustStand();
        FamilyCondition condition = new FamilyCondition();
        condition.id = FamilyConditionId.next().value();
        condition.patientId = member.patient().value();
        condition.familyMemberId = member.id().value();
        condition.createdAt = Objects.requireNonNull(at, "at");
        condition.createdBy = by.value();
        condition.write(facts);
        return condition;
    }

    /**
     * Corrects what is known.
     *
     * @throws Refusal stale when the version is not the current one; conflict {@code records/entry-void}
     */
    public void correct(long basedOn, Facts facts) {
        mustBe(basedOn);
        mustStand();
        write(facts);
    }

    private void write(Facts facts) {
        conditionName = facts.conditionName();
        conditionType = facts.conditionType();
        diagnosisAge = facts.diagnosisAge();
        severity = facts.severity();
        status = facts.status();
        icd10Code = facts.icd10Code();
        notes = facts.notes();
    }

    /**
     * Declares the entry void; it stays in the record.
     *
     * @throws Refusal stale when the version is not the current one; conflict {@code records/entry-void}
     */
    public void voidBy(AccountId by, long basedOn, String reason, Instant at) {
        mustBe(basedOn);
        mustStand();
        voidedAt = at;
        voidedBy = by.value();
        voidReason = Objects.requireNonNull(reason, "reason");
    }

    private void mustStand() {
        if (voidedAt != null) {
            throw Refusal.conflict("records/entry-void", "This entry has been declared void.");
        }
    }

    private void mustBe(long basedOn) {
        if (basedOn != version) {
            throw Refusal.stale();
        }
    }

    /** The id. */
    public FamilyConditionId id() {
        return new FamilyConditionId(id);
    }

    /** Whose illness it is. */
    public FamilyMemberId member() {
        return new FamilyMemberId(familyMemberId);
    }
}
