package health.chiron.bench;

/** The list of an actor's patients: as the application asks for it, which {@link SameSql} checks, and plainly. */
final class ListSql {
    static final String SIZE = """
            SELECT s.listed, s.others, greatest(c.reltuples, 0)::bigint AS patients
              FROM policy.reach_size() s, pg_class c WHERE c.oid = 'records.patient'::regclass""";

    private static final String COLUMNS = """
            SELECT p.id, p.kind, p.given_name, p.family_name, p.birth_date, p.sex, p.species, p.breed, p.deceased_on, r.relationship, r.ends_at,
                   CASE WHEN r.relationship LIKE 'SHARE%' THEN (
                     SELECT a.full_name FROM access.patient_share s JOIN access.account a ON a.id = s.shared_by
                      WHERE s.patient_id = p.id AND s.shared_with = policy.actor() AND s.ended_at IS NULL) END AS shared_by,
                   EXISTS (SELECT FROM access.patient_owner o
                            WHERE o.patient_id = p.id AND o.account_id = policy.actor() AND o.until IS NULL AND o.is_self_record) AS self
            """;

    static final String WALKED = """
            WITH page AS MATERIALIZED (
              SELECT * FROM records.patient ORDER BY search_name, id LIMIT ? OFFSET ?)
            """ + COLUMNS + """
              FROM page p JOIN policy.reachable_among(ARRAY(SELECT id FROM page)) r ON r.patient_id = p.id
             ORDER BY p.search_name, p.id""";

    static final String GATHERED = COLUMNS + """
              FROM policy.reachable_patients() r JOIN records.patient p ON p.id = r.patient_id
             WHERE (?::text IS NULL OR p.search_name LIKE ?) AND (?::date IS NULL OR p.birth_date = ?) AND (?::text IS NULL OR p.kind = ?)
             ORDER BY p.search_name, p.id LIMIT ? OFFSET ?""";

    /**
     * The same page for a doctor of one clinic, written by hand on the tables: everything that may join the two is looked at, and the
     * strongest reason told; no function, no view, no row-level security. Parameters: account, clinic, account, clinic, clinic, limit.
     */
    static final String PLAIN = """
            SELECT p.id, p.kind, p.given_name, p.family_name, p.birth_date, p.sex, p.species, p.breed, p.deceased_on, why.kind, why.ends_at, why.self
              FROM records.patient p, LATERAL (
                SELECT 'OWNER' AS kind, NULL::timestamptz AS ends_at, 1 AS rank, o.is_self_record AS self
                  FROM access.patient_owner o WHERE o.patient_id = p.id AND o.account_id = ? AND o.until IS NULL
                UNION ALL
                SELECT g.basis, g.expires_at, 2, false
                  FROM access.access_grant g
                 WHERE g.patient_id = p.id AND g.clinic_id = ? AND (g.doctor_id IS NULL OR g.doctor_id = ?) AND g.ended_at IS NULL AND g.expires_at > now()
                   AND (g.consent_id IS NULL OR EXISTS (SELECT FROM access.consent c WHERE c.id = g.consent_id AND c.withdrawn_at IS NULL))
                   AND NOT EXISTS (SELECT FROM access.access_block b WHERE b.patient_id = p.id AND b.until IS NULL)
                UNION ALL
                SELECT 'REQUEST', r.expires_at, 5, false
                  FROM access.access_request r
                 WHERE r.patient_id = p.id AND r.clinic_id = ? AND r.status = 'PENDING' AND r.expires_at > now()
                UNION ALL
                SELECT 'REGISTRATION', r.ends_at, 6, false
                  FROM access.registration r WHERE r.patient_id = p.id AND r.clinic_id = ? AND r.ends_at > now()
                ORDER BY rank LIMIT 1) why
             ORDER BY p.search_name, p.id LIMIT ?""";

    /** The first page of the patients in a doctor's open grants. Parameters: account, clinic, now, limit. */
    static final String GRANTS_ALONE = """
            SELECT p.id, p.kind, p.given_name, p.family_name, p.birth_date, p.sex, p.species, p.breed, p.deceased_on, g.expires_at
              FROM access.access_grant g JOIN records.patient p ON p.id = g.patient_id
             WHERE g.doctor_id = ? AND g.clinic_id = ? AND g.ended_at IS NULL AND g.expires_at > ?
             ORDER BY p.search_name, p.id LIMIT ?""";

    private ListSql() {}
}
