package health.chiron.access.internal.sharing;

import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.Family;
import health.chiron.domain.access.FamilyId;
import health.chiron.domain.access.FamilyPatient;
import health.chiron.domain.access.FamilyPerson;
import health.chiron.domain.access.Invitation;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who and whom families hold. Who is in a family is asked here for each act, past any cache; row-level security asks again. What rests
 * on somebody who leaves ends by triggers, in the same transaction (V0045).
 */
@Stateless
public class Households {
    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    /** Changes of one family come one after the other. */
    public void oneAfterTheOther(FamilyId family) {
        sql.first(
                "SELECT pg_advisory_xact_lock(hashtextextended('family ' || ?::text, 0))",
                row -> family,
                family.toString());
    }

    /** @throws Refusal not found for who is not in the family now */
    public void mustBeIn(FamilyId family, AccountId who) {
        if (present(family, who).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private Optional<UUID> present(FamilyId family, AccountId who) {
        return sql.first(
                "SELECT id FROM access.family_person WHERE family_id = ? AND account_id = ? AND until IS NULL",
                row -> row.id("id"),
                family,
                who);
    }

    /** Founds a family; who founds it is in it. */
    public void found(Family family) {
        entities.persist(family);
        entities.flush();
        entities.persist(FamilyPerson.founder(family));
        entities.flush();
    }

    /** The family, for a change of its name. */
    public Family find(FamilyId family) {
        return Optional.ofNullable(entities.find(Family.class, family.value())).orElseThrow(Refusal::notFound);
    }

    /** Lets somebody in who has accepted an invitation of one who is in the family still. */
    public void join(Invitation accepted, Instant at) {
        long may = sql.count(
                "SELECT policy.may_join_family(?, 'INVITATION', ?)::int AS count",
                accepted.family().orElseThrow(),
                accepted.id());
        if (may == 0) {
            throw Invitation.over();
        }
        entities.persist(FamilyPerson.joining(accepted, at));
        flush("family_person_once");
    }

    /** Lets somebody go, with what rests on them. */
    public void leave(FamilyId family, AccountId who, Instant at) {
        UUID person = present(family, who).orElseThrow(Refusal::notFound);
        entities.find(FamilyPerson.class, person).leave(at);
        entities.flush();
    }

    /** Brings a patient in; from another family, the patient moves. */
    public void bringIn(FamilyPatient place, PatientId patient, AccountId by, Instant at) {
        Optional<FamilyPatient> before = place(patient);
        if (before.map(FamilyPatient::family).filter(place.family()::equals).isPresent()) {
            throw already();
        }
        before.ifPresent(earlier -> earlier.takeOut(by, at));
        entities.flush();
        entities.persist(place);
        flush("family_patient_once");
    }

    /** Takes a patient out of this family. */
    public void takeOut(FamilyId family, PatientId patient, AccountId by, Instant at) {
        place(patient)
                .filter(place -> place.family().equals(family))
                .orElseThrow(Refusal::notFound)
                .takeOut(by, at);
        entities.flush();
    }

    private Optional<FamilyPatient> place(PatientId patient) {
        return sql.first(
                        "SELECT id FROM access.family_patient WHERE patient_id = ? AND until IS NULL",
                        row -> row.id("id"),
                        patient)
                .map(id -> entities.find(FamilyPatient.class, id));
    }

    private void flush(String once) {
        try {
            entities.flush();
        } catch (PersistenceException e) {
            if (SqlFailure.constraintIn(e).filter(once::equals).isPresent()) {
                throw already();
            }
            throw e;
        }
    }

    private static Refusal already() {
        return Refusal.conflict("access/in-family-already", "This family holds the person or the patient already.");
    }
}
