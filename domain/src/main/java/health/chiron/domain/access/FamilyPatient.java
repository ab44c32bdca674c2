package health.chiron.domain.access;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A patient's place in a family: how the patient belongs there, and a label that everybody in the family reads. An owner who is in the
 * family brings the patient in; the place rests on this person and ends when the person leaves the family or owns the patient no more.
 * Any owner takes the patient out. A patient has one place at a time.
 */
@Entity
@Table(schema = "access", name = "family_patient")
public class FamilyPatient {
    @Id
    private UUID id;

    @Column(name = "family_id", updatable = false)
    private UUID familyId;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Enumerated(EnumType.STRING)
    @Column(name = "relationship_to_family", updatable = false)
    private RelationshipToFamily relationship;

    @Column(updatable = false)
    private String label;

    @Column(name = "added_by", updatable = false)
    private UUID addedBy;

    @Column(updatable = false)
    private Instant since;

    private Instant until;

    @Column(name = "ended_by")
    private UUID endedBy;

    /** For JPA. */
    protected FamilyPatient() {}

    /**
     * Brings a patient in.
     *
     * @param label what everybody in the family reads, whether or not they reach the patient
     * @param by an owner who is in the family
     */
    public static FamilyPatient bringIn(
            FamilyId family,
            PatientId patient,
            RelationshipToFamily relationship,
            String label,
            AccountId by,
            Instant at) {
        FamilyPatient place = new FamilyPatient();
        place.id = Ids.next();
        place.familyId = family.value();
        place.patientId = patient.value();
        place.relationship = Objects.requireNonNull(relationship, "relationship");
        place.label = label.strip();
        place.addedBy = by.value();
        place.since = at;
        return place;
    }

    /**
     * Takes the patient out.
     *
     * @throws Refusal not found when the patient is out already
     */
    public void takeOut(AccountId by, Instant at) {
        if (until != null) {
            throw Refusal.notFound();
        }
        until = at.isBefore(since) ? since : at;
        endedBy = by.value();
    }

    /** In which family. */
    public FamilyId family() {
        return new FamilyId(familyId);
    }

    /** Until when the patient was in it; empty for one who is in it. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }
}
