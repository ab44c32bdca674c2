package health.chiron.access.internal.door;

import health.chiron.access.api.AboutClinic;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.policy.Relationship;
import health.chiron.access.internal.policy.Relationships;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ApiClientId;
import health.chiron.domain.access.BlockId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ConsentId;
import health.chiron.domain.access.FamilyHistoryShareId;
import health.chiron.domain.access.FamilyId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.InvitationId;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.access.ShareId;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.VisitId;
import health.chiron.domain.shared.Id;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Finds out what a call is about from its arguments, and what joins the actor to it. One statement for both. Where a patient and one
 * of the patient's rows are named, the row comes last and is what the call is about.
 */
@ApplicationScoped
class Subjects {
    private static final Object[] NOTHING = {};

    /** A patient's rows by their ids, in the words of the function {@code policy.subject}. */
    private static final Map<Class<? extends Id>, String> TYPES = Map.of(
            VisitId.class, "VISIT",
            RequestId.class, "REQUEST",
            GrantId.class, "GRANT",
            InvitationId.class, "INVITATION",
            ShareId.class, "SHARE",
            FamilyHistoryShareId.class, "FAMILY_HISTORY_SHARE",
            FamilyMemberId.class, "FAMILY_MEMBER",
            ConsentId.class, "CONSENT",
            BlockId.class, "BLOCK");

    @Inject
    private Sql sql;

    /** A subject with the actor's relationships to it. */
    record Found(Subject subject, List<Relationship> relationships) {}

    private record Line(PatientId patient, ClinicId clinic, Relationship relationship) {}

    Found of(Actor actor, Object... arguments) {
        ClinicId clinic = null;
        Id row = null;
        AccountId person = null;
        ApiClientId program = null;
        FamilyId family = null;
        boolean inClinicsName = false;
        for (Object argument : arguments == null ? NOTHING : arguments) {
            switch (argument) {
                case PatientId patient -> row = patient;
                case Id id when TYPES.containsKey(id.getClass()) -> row = id;
                case ClinicId named -> clinic = named;
                case AccountId named -> person = named;
                case ApiClientId named -> program = named;
                case FamilyId named -> family = named;
                case AboutClinic command -> {
                    clinic = command.clinicId();
                    inClinicsName = true;
                }
                case null, default -> {}
            }
        }
        if (row instanceof InvitationId invitation && isIntoFamily(invitation)) {
            return ofFamily(invitation);
        }
        if (row != null) {
            return ofRow(row, clinic, inClinicsName);
        }
        if (family != null) {
            return ofFamily(family);
        }
        if (program != null) {
            return new Found(
                    new Subject(false, null, clinicOf(program), program.value(), true, inClinicsName), List.of());
        }
        if (person != null && clinic == null) {
            clinic = clinicOf(actor, person);
        }
        UUID account = person == null ? null : person.value();
        return new Found(new Subject(false, null, clinic, account, person != null, inClinicsName), List.of());
    }

    /** A family, or an invitation into one: nobody is joined to a patient by it, and its door asks who is in it. */
    private static Found ofFamily(Id id) {
        return new Found(new Subject(false, null, null, id.value(), false, false), List.of());
    }

    /** Asked for every invitation, there or not, so that the time tells nothing (check 14). */
    private boolean isIntoFamily(InvitationId invitation) {
        return sql.count("SELECT policy.family_invitation(?)::int AS count", invitation) > 0;
    }

    /** For which clinic a program acts, seen by the actor or not; null for one that there is not. */
    private ClinicId clinicOf(ApiClientId program) {
        return sql.first(
                        "SELECT c AS clinic_id FROM policy.clinic_of_client(?) c WHERE c IS NOT NULL",
                        row -> row.id("clinic_id"),
                        program)
                .map(ClinicId::new)
                .orElse(null);
    }

    /** Where somebody works: a clinic of the actor's when there is one, else any; null for whoever works nowhere. */
    private ClinicId clinicOf(Actor actor, AccountId person) {
        UUID[] own = actor.clinics().stream().map(ClinicId::value).toArray(UUID[]::new);
        return sql.first("""
                        SELECT m.clinic_id FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id AND c.active
                         WHERE m.account_id = ? AND m.active ORDER BY m.clinic_id = ANY (?) DESC, m.clinic_id LIMIT 1""", row -> new ClinicId(row.id("clinic_id")), person, own)
                .orElse(null);
    }

    // Names the patient in hand to the database in the same breath: its own wall then decides once for a statement
    // (V0007).
    private Found ofRow(Id row, ClinicId named, boolean inClinicsName) {
        // Relationships are looked for in any case, also to an id that nobody has: what is not there takes as long as
        // what is somebody else's, and the time does not tell them apart (check 14).
        List<Line> lines = sql.list("""
                SELECT s.patient_id, s.clinic_id AS row_clinic, r.kind, r.clinic_id, r.grant_id, r.sections, r.purpose, r.ends_at,
                       set_config('chiron.patient_id', coalesce(s.patient_id::text, ''), true),
                       set_config('plan_cache_mode', CASE WHEN s.patient_id IS NULL THEN 'auto' ELSE 'force_generic_plan' END, true)
                  FROM (VALUES (?::uuid)) asked (id) LEFT JOIN policy.subject(?, asked.id) s ON true
                    LEFT JOIN LATERAL policy.relationships(coalesce(s.patient_id, asked.id)) r ON true""", Subjects::line, row.value(), type(row)).stream()
                .filter(Objects::nonNull)
                .toList();
        UUID record = row instanceof PatientId ? null : row.value();
        if (lines.isEmpty()) {
            return new Found(new Subject(true, null, named, record, false, inClinicsName), List.of());
        }
        ClinicId ofRow = lines.get(0).clinic();
        List<Relationship> relationships = new ArrayList<>();
        lines.stream().map(Line::relationship).filter(r -> r != null).forEach(relationships::add);
        if (row instanceof FamilyMemberId || row instanceof FamilyHistoryShareId) {
            relationships.addAll(familyShares(row));
        }
        Subject subject =
                new Subject(true, lines.get(0).patient(), ofRow == null ? named : ofRow, record, false, inClinicsName);
        return new Found(subject, relationships);
    }

    /** A share of one relative joins to this relative alone, not to the patient. */
    private List<Relationship> familyShares(Id row) {
        return sql.list(
                "SELECT ends_at FROM policy.family_shares(?, ?)",
                share -> new Relationship(
                        Relationship.Kind.FAMILY_SHARE, null, null, Set.of(), null, share.instant("ends_at")),
                type(row),
                row.value());
    }

    /** Whether the actor can see that it is a person: whom the actor cannot see at all is left to the decision. */
    boolean isPerson(PatientId patient) {
        return sql.count("SELECT count(*) FROM records.patient WHERE id = ? AND kind = 'HUMAN'", patient) > 0;
    }

    /** Null for a row that is not there. */
    private static Line line(Sql.Row row) throws java.sql.SQLException {
        UUID patient = row.id("patient_id");
        if (patient == null) {
            return null;
        }
        UUID rowClinic = row.id("row_clinic");
        return new Line(
                new PatientId(patient), rowClinic == null ? null : new ClinicId(rowClinic), Relationships.read(row));
    }

    private static String type(Id row) {
        String type = row instanceof PatientId ? "PATIENT" : TYPES.get(row.getClass());
        if (type == null) {
            throw new IllegalArgumentException("no subject of this type: " + row.getClass());
        }
        return type;
    }
}
