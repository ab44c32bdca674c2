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
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

/**
 * A relative of a patient, as far as it matters for what runs in the family (MediKeep, family_members). Entered by the owner's side
 * or by a doctor, corrected by the side that entered it, and never deleted: an entry that was wrong is voided with the reason.
 */
@Entity
@Table(schema = "records", name = "family_member")
public class FamilyMember {
    @Id
    private UUID id;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Column(name = "clinic_id", updatable = false)
    private UUID clinicId;

    private String name;

    @Enumerated(EnumType.STRING)
    private FamilyRelation relationship;

    @Enumerated(EnumType.STRING)
    private Sex gender;

    @Column(name = "birth_year")
    private Integer birthYear;

    @Column(name = "death_year")
    private Integer deathYear;

    @Column(name = "is_deceased")
    private boolean deceased;

    private String notes;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "created_by_role", updatable = false)
    private String createdByRole;

    @Column(name = "voided_at")
    private Instant voidedAt;

    @Column(name = "voided_by")
    private UUID voidedBy;

    @Column(name = "void_reason")
    private String voidReason;

    @Version
    private long version;

    /** For JPA. */
    protected FamilyMember() {}

    /**
     * What is known of a relative.
     *
     * @param deceased whether the relative has died; a year of death says so too
     */
    public record Facts(
            String name,
            FamilyRelation relationship,
            Sex gender,
            Integer birthYear,
            Integer deathYear,
            boolean deceased,
            String notes) {
        /** @throws Refusal when the years contradict each other */
        public Facts {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(relationship, "relationship");
            if (birthYear != null && deathYear != null && deathYear < birthYear) {
                throw Refusal.invalid("deathYear", "date_order", "Nobody dies before being born.");
            }
            deceased = deceased || deathYear != null;
        }

        private void mustNotLieAhead(Instant now) {
            int year =
                    Year.now(java.time.Clock.fixed(now, ZoneOffset.ofHours(14))).getValue();
            if (birthYear != null && birthYear > year) {
                throw Refusal.invalid("birthYear", "out_of_range", "The year lies in the future.");
            }
            if (deathYear != null && deathYear > year) {
                throw Refusal.invalid("deathYear", "out_of_range", "The year lies in the future.");
            }
        }
    }

    /**
     * Enters a relative.
     *
     * @param clinic the clinic in whose name a doctor writes; null for the owner's side
     * @throws Refusal when a year lies in the future
     */
    public static FamilyMember enter(PatientId patient, ClinicId clinic, AccountId by, Facts facts, Instant at) {
        FamilyMember member = new FamilyMember();
        member.id = FamilyMemberId.next().value();
        member.patientId = patient.value();
        member.clinicId = clinic == null ? null : clinic.value();
        member.createdAt = Objects.requireNonNull(at, "at");
        member.createdBy = by.value();
        member.createdByRole = clinic == null ? "OWNER" : "DOCTOR";
        member.write(facts, at);
        return member;
    }

    /**
     * Corrects what is known.
     *
     * @throws Refusal stale when the version is not the current one; conflict {@code records/entry-void}
     */
    public void correct(long basedOn, Facts facts, Instant at) {
        mustBe(basedOn);
        mustStand();
        write(facts, at);
    }

    private void write(Facts facts, Instant at) {
        facts.mustNotLieAhead(at);
        name = facts.name();
        relationship = facts.relationship();
        gender = facts.gender();
        birthYear = facts.birthYear();
        deathYear = facts.deathYear();
        deceased = facts.deceased();
        notes = facts.notes();
    }

    /**
     * Declares the entry void, with its conditions; it stays in the record.
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

    /** @throws Refusal conflict {@code records/entry-void} */
    public void mustStand() {
        if (voidedAt != null) {
            throw Refusal.conflict("records/entry-void", "This entry has been declared void.");
        }
    }

    private void mustBe(long basedOn) {
        if (basedOn != version) {
            throw Refusal.stale();
        }
    }

    /** Whether the owner's side entered it, and not a clinic. */
    public boolean ofOwner() {
        return clinicId == null;
    }

    /** The id. */
    public FamilyMemberId id() {
        return new FamilyMemberId(id);
    }

    /** The patient. */
    public PatientId patient() {
        return new PatientId(patientId);
    }
}
