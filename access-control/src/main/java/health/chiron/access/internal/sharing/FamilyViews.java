package health.chiron.access.internal.sharing;

import health.chiron.access.api.FamilyPatientView;
import health.chiron.access.api.FamilyPersonView;
import health.chiron.access.api.FamilyView;
import health.chiron.access.api.ListedFamily;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.FamilyId;
import health.chiron.domain.access.RelationshipToFamily;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;

/**
 * Families as they are shown to their people. Row-level security of patients leaves a name out for whoever does not reach the patient
 * by a relationship of their own, and with the name goes the id.
 */
@ApplicationScoped
class FamilyViews {
    /** More than any household has; beyond it nothing is listed. */
    private static final int MOST = 200;

    @Inject
    private Sql sql;

    Page<ListedFamily> of(AccountId who, PageRequest page) {
        return new Page<>(
                sql.list(
                        """
                        SELECT f.id, f.name, p.since,
                               (SELECT count(*) FROM access.family_person o WHERE o.family_id = f.id AND o.until IS NULL) AS people,
                               (SELECT count(*) FROM access.family_patient o WHERE o.family_id = f.id AND o.until IS NULL) AS patients
                          FROM access.family_person p JOIN access.family f ON f.id = p.family_id
                         WHERE p.account_id = ? AND p.until IS NULL ORDER BY lower(f.name), f.id LIMIT ? OFFSET ?""",
                        row -> new ListedFamily(
                                new FamilyId(row.id("id")),
                                row.text("name"),
                                row.number("people"),
                                row.number("patients"),
                                row.instant("since")),
                        who,
                        page.limit(),
                        page.offset()),
                sql.count("SELECT count(*) FROM access.family_person WHERE account_id = ? AND until IS NULL", who),
                page.offset(),
                page.limit());
    }

    FamilyView family(FamilyId id, AccountId reader) {
        List<FamilyPersonView> people = people(id, reader);
        List<FamilyPatientView> patients = patients(id, reader);
        return sql.first(
                        "SELECT f.name, f.founded_at, f.version FROM access.family f WHERE f.id = ?",
                        row -> new FamilyView(
                                id,
                                row.text("name"),
                                row.instant("founded_at"),
                                people,
                                patients,
                                row.number("version")),
                        id)
                .orElseThrow(Refusal::notFound);
    }

    private List<FamilyPersonView> people(FamilyId id, AccountId reader) {
        return sql.list(
                """
                SELECT p.account_id, a.full_name, p.how, p.since
                  FROM access.family_person p JOIN access.account a ON a.id = p.account_id
                 WHERE p.family_id = ? AND p.until IS NULL ORDER BY p.since, p.id LIMIT ?""",
                row -> new FamilyPersonView(
                        new AccountId(row.id("account_id")),
                        row.text("full_name"),
                        row.text("how").equals("FOUNDED"),
                        row.instant("since"),
                        reader.value().equals(row.id("account_id"))),
                id,
                MOST);
    }

    private List<FamilyPatientView> patients(FamilyId id, AccountId reader) {
        return sql.list("""
                SELECT f.*, a.full_name AS by_name, p.id AS reached_id, coalesce(p.family_name || ', ', '') || p.given_name AS patient_name,
                       EXISTS (SELECT FROM access.patient_owner o WHERE o.patient_id = f.patient_id AND o.account_id = ? AND o.until IS NULL) AS owns
                  FROM access.family_patient f JOIN access.account a ON a.id = f.added_by LEFT JOIN records.patient p ON p.id = f.patient_id
                 WHERE f.family_id = ? AND f.until IS NULL ORDER BY f.since, f.id LIMIT ?""", FamilyViews::patient, reader, id, MOST);
    }

    /** The last place of a patient in a family. */
    FamilyPatientView patient(FamilyId id, PatientId patient, AccountId reader) {
        return sql.first("""
                        SELECT f.*, a.full_name AS by_name, p.id AS reached_id, coalesce(p.family_name || ', ', '') || p.given_name AS patient_name,
                               EXISTS (SELECT FROM access.patient_owner o WHERE o.patient_id = f.patient_id AND o.account_id = ? AND o.until IS NULL) AS owns
                          FROM access.family_patient f JOIN access.account a ON a.id = f.added_by LEFT JOIN records.patient p ON p.id = f.patient_id
                         WHERE f.family_id = ? AND f.patient_id = ? ORDER BY f.until IS NULL DESC, f.since DESC, f.id DESC LIMIT 1""", FamilyViews::patient, reader, id, patient).orElseThrow(Refusal::notFound);
    }

    private static FamilyPatientView patient(Sql.Row row) throws SQLException {
        boolean reached = row.id("reached_id") != null;
        return new FamilyPatientView(
                new FamilyId(row.id("family_id")),
                reached ? new PatientId(row.id("reached_id")) : null,
                reached ? row.text("patient_name") : null,
                row.text("label"),
                row.word(RelationshipToFamily.class, "relationship_to_family"),
                row.text("by_name"),
                row.instant("since"),
                row.instant("until"),
                row.yes("owns") && row.instant("until") == null);
    }
}
