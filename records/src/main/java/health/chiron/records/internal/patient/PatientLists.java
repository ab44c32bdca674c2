package health.chiron.records.internal.patient;

import health.chiron.access.api.Sql;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.records.api.PatientPage;
import health.chiron.records.api.PatientQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;

/**
 * The patients that the actor reaches, in the order of their names, each with the strongest reason. Who reaches few starts from what
 * joins them; who reaches thousands walks along the names until the page is full, and row-level security says at each whether it is
 * one of theirs (ADR 29).
 */
@ApplicationScoped
public class PatientLists {
    @Inject
    private Sql sql;

    /** How many patients stand in the actor's list, how many are reached beside it, and about how many there are in all. */
    private record Reach(long listed, long others, long all) {
        /** Walking reads a share of all names, gathering reads everything that is reached: whichever is less. */
        boolean walks(PageRequest page) {
            return others == 0
                    && listed > 0
                    && all > 0
                    && (page.offset() + page.limit()) * (double) all / listed < listed;
        }
    }

    /** @param part of the name as a pattern, or null */
    PatientPage page(PatientQuery query, String part, PageRequest page) {
        boolean whole = part == null && query.birthDate() == null && query.kind() == null;
        if (whole) {
            Reach reach = reach();
            List<PatientPage.Entry> entries = reach.walks(page) ? walked(page) : gathered(query, null, page);
            return new PatientPage(new Page<>(entries, reach.listed(), page.offset(), page.limit()));
        }
        long total = sql.count("""
                SELECT count(*) FROM policy.reachable_patients() r JOIN records.patient p ON p.id = r.patient_id
                 WHERE (?::text IS NULL OR p.search_name LIKE ?) AND (?::date IS NULL OR p.birth_date = ?) AND (?::text IS NULL OR p.kind = ?)""", part, part, query.birthDate(), query.birthDate(), query.kind(), query.kind());
        return new PatientPage(new Page<>(gathered(query, part, page), total, page.offset(), page.limit()));
    }

    private Reach reach() {
        return sql.first("""
                        SELECT s.listed, s.others, greatest(c.reltuples, 0)::bigint AS patients
                          FROM policy.reach_size() s, pg_class c WHERE c.oid = 'records.patient'::regclass""", row -> new Reach(row.number("listed"), row.number("others"), row.number("patients")))
                .orElseThrow();
    }

    private List<PatientPage.Entry> gathered(PatientQuery query, String part, PageRequest page) {
        return sql.list(
                """
                SELECT p.id, p.kind, p.given_name, p.family_name, p.birth_date, p.sex, p.species, p.breed, p.deceased_on, r.relationship, r.ends_at,
                       CASE WHEN r.relationship LIKE 'SHARE%' THEN (
                         SELECT a.full_name FROM access.patient_share s JOIN access.account a ON a.id = s.shared_by
                          WHERE s.patient_id = p.id AND s.shared_with = policy.actor() AND s.ended_at IS NULL) END AS shared_by,
                       EXISTS (SELECT FROM access.patient_owner o WHERE o.patient_id = p.id AND o.account_id = policy.actor() AND o.until IS NULL AND o.is_self_record) AS self
                  FROM policy.reachable_patients() r JOIN records.patient p ON p.id = r.patient_id
                 WHERE (?::text IS NULL OR p.search_name LIKE ?) AND (?::date IS NULL OR p.birth_date = ?) AND (?::text IS NULL OR p.kind = ?)
                 ORDER BY p.search_name, p.id LIMIT ? OFFSET ?""",
                PatientLists::entry,
                part,
                part,
                query.birthDate(),
                query.birthDate(),
                query.kind(),
                query.kind(),
                page.limit(),
                page.offset());
    }

    private List<PatientPage.Entry> walked(PageRequest page) {
        return sql.list("""
                WITH page AS MATERIALIZED (
                  SELECT * FROM records.patient ORDER BY search_name, id LIMIT ? OFFSET ?)
                SELECT p.id, p.kind, p.given_name, p.family_name, p.birth_date, p.sex, p.species, p.breed, p.deceased_on, r.relationship, r.ends_at,
                       CASE WHEN r.relationship LIKE 'SHARE%' THEN (
                         SELECT a.full_name FROM access.patient_share s JOIN access.account a ON a.id = s.shared_by
                          WHERE s.patient_id = p.id AND s.shared_with = policy.actor() AND s.ended_at IS NULL) END AS shared_by,
                       EXISTS (SELECT FROM access.patient_owner o WHERE o.patient_id = p.id AND o.account_id = policy.actor() AND o.until IS NULL AND o.is_self_record) AS self
                  FROM page p JOIN policy.reachable_among(ARRAY(SELECT id FROM page)) r ON r.patient_id = p.id
                 ORDER BY p.search_name, p.id""", PatientLists::entry, page.limit(), page.offset());
    }

    private static PatientPage.Entry entry(Sql.Row row) throws SQLException {
        return new PatientPage.Entry(
                Identities.identity(row),
                row.text("relationship"),
                row.instant("ends_at"),
                row.text("shared_by"),
                row.yes("self"));
    }

    /** Whether it is the record that the actor keeps of themselves. */
    boolean isOwn(PatientId patient) {
        return sql.count(
                        "SELECT count(*) FROM access.patient_owner WHERE patient_id = ? AND account_id = policy.actor() AND until IS NULL AND is_self_record",
                        patient)
                > 0;
    }
}
