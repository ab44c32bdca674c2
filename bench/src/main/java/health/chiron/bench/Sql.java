package health.chiron.bench;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The statements that each operation of the application sends, in its order and its transactions. {@link SameSql} compares them
 * with what the application really sends, at every run.
 */
final class Sql {
    static final String ADDRESS = "127.0.0.1";

    static final String OPEN_SESSION = """
            INSERT INTO access.session (id, account_id, channel, started_at, last_used_at, expires_at, address, sso_provider)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String ACTOR = """
            SELECT set_config('chiron.account_id', a.id::text, true), a.id, a.kind, a.full_name, s.scopes,
                   CASE a.kind WHEN 'INTEGRATOR' THEN set_config('chiron.session_id', s.id::text, true) END,
                   CASE a.kind WHEN 'INTEGRATOR' THEN (SELECT k.scopes_allowed FROM access.api_client k WHERE k.id = a.id) END AS scopes_allowed,
                   ARRAY(SELECT m.clinic_id || ' ' || m.rights FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id AND c.active
                          WHERE m.account_id = a.id AND m.active) AS clinics
              FROM access.session s JOIN access.account a ON a.id = s.account_id AND a.status = 'ACTIVE' AND NOT a.password_change_required
             WHERE s.id = ? AND s.account_id = ? AND s.ended_at IS NULL AND s.expires_at > statement_timestamp()""";

    private static final String SUBJECT = """
            SELECT s.patient_id, s.clinic_id AS row_clinic, r.kind, r.clinic_id, r.grant_id, r.sections, r.purpose, r.ends_at,
                   set_config('chiron.patient_id', coalesce(s.patient_id::text, ''), true),
                   set_config('plan_cache_mode', CASE WHEN s.patient_id IS NULL THEN 'auto' ELSE 'force_generic_plan' END, true)
              FROM (VALUES (?::uuid)) asked (id) LEFT JOIN policy.subject(?, asked.id) s ON true
                LEFT JOIN LATERAL policy.relationships(coalesce(s.patient_id, asked.id)) r ON true""";

    private static final String IDENTITY =
            "SELECT id, kind, given_name, family_name, birth_date, sex, species, breed, deceased_on FROM records.patient WHERE id = ?";

    private static final String ALERTS = """
            SELECT coalesce(condition_name, diagnosis) AS alert FROM records.condition
             WHERE patient_id = ? AND severity IN ('SEVERE','LIFE_THREATENING') AND status NOT IN ('RESOLVED','INACTIVE')
             ORDER BY severity DESC, onset_date DESC NULLS LAST LIMIT 5""";

    private static final String PRESENT_CONDITIONS = """
            SELECT * FROM records.condition WHERE patient_id = ? AND status NOT IN ('RESOLVED','INACTIVE')
             ORDER BY onset_date DESC NULLS LAST, id DESC LIMIT ?""";

    private static final String WEIGHT = """
            SELECT weight_value, weight_unit, visit_date FROM records.visit
             WHERE patient_id = ? AND status = 'SIGNED' AND weight_kg IS NOT NULL ORDER BY visit_date DESC, id DESC LIMIT 1""";

    private static final String NEXT_FOLLOW_UP =
            "SELECT min(follow_up_date) AS next FROM records.visit WHERE patient_id = ? AND status = 'SIGNED' AND follow_up_date >= ?";

    private static final String VISITS = """
            SELECT v.id, v.patient_id, p.given_name, p.family_name, v.clinic_id, c.name AS clinic_name, coalesce(d.name, a.full_name) AS doctor_name,
                   v.visit_type, v.visit_date, left(coalesce(v.diagnosis, v.chief_complaint, v.reason), 200) AS headline, v.status,
                   v.follow_up_required, v.follow_up_date, v.created_by_role
              FROM (SELECT * FROM records.visit x
                     WHERE x.patient_id = ? AND (x.status = 'SIGNED' OR x.created_by = ?)
                       AND (?::text IS NULL OR x.visit_type = ?) AND (?::uuid IS NULL OR x.clinic_id = ?)
                       AND (?::timestamptz IS NULL OR x.visit_date >= ?) AND (?::timestamptz IS NULL OR x.visit_date < ?)
                       AND (NOT ? OR x.follow_up_required) AND (NOT ? OR x.created_by_role <> 'OWNER')
                     ORDER BY x.visit_date DESC, x.id DESC LIMIT ? OFFSET ?) v
              JOIN records.patient p ON p.id = v.patient_id
              JOIN access.clinic c ON c.id = v.clinic_id
              JOIN access.account a ON a.id = v.created_by
              LEFT JOIN access.practitioner d ON d.id = v.practitioner_id
             ORDER BY v.visit_date DESC, v.id DESC""";

    private static final String VISIT_COUNT = """
            SELECT count(*) FROM records.visit x
             WHERE x.patient_id = ? AND (x.status = 'SIGNED' OR x.created_by = ?)
               AND (?::text IS NULL OR x.visit_type = ?) AND (?::uuid IS NULL OR x.clinic_id = ?)
               AND (?::timestamptz IS NULL OR x.visit_date >= ?) AND (?::timestamptz IS NULL OR x.visit_date < ?)
               AND (NOT ? OR x.follow_up_required) AND (NOT ? OR x.created_by_role <> 'OWNER')""";

    private static final String GRANTING_CLINIC = "SELECT clinic_id FROM access.access_grant WHERE id = ?";
    private static final String PRACTITIONER = "SELECT id FROM access.practitioner WHERE account_id = ?";

    private static final String INSERT_VISIT = """
            INSERT INTO records.visit (ID, chief_complaint, clinic_id, clinical_notes, created_at, created_by, created_by_role, DIAGNOSIS,
             DIASTOLIC, duration_minutes, follow_up_date, follow_up_notes, follow_up_required, heart_rate, organization_id, oxygen_saturation,
             patient_id, PLACE, practitioner_id, PRIORITY, REASON, respiratory_rate, signed_at, signed_by, source_id, source_system, STATUS,
             SYMPTOMS, SYSTOLIC, temperature_cel, temperature_unit, temperature_value, treatment_plan, updated_at, updated_by, VERSION, visit_date,
             visit_type, weight_kg, weight_unit, weight_value)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String ADDENDA = """
            SELECT d.text, d.created_at, d.audience, a.full_name FROM records.visit_addendum d JOIN access.account a ON a.id = d.created_by
             WHERE d.visit_id = ? AND (d.audience = 'EVERYBODY' OR ?) ORDER BY d.created_at, d.id""";

    private static final String VISIT = """
            SELECT v.*, c.name AS clinic_name, coalesce(p.name, a.full_name) AS doctor_name, o.name AS organization_name
              FROM records.visit v
              JOIN access.clinic c ON c.id = v.clinic_id
              JOIN access.account a ON a.id = v.created_by
              LEFT JOIN access.practitioner p ON p.id = v.practitioner_id
              LEFT JOIN access.organization o ON o.id = v.organization_id
             WHERE v.id = ? AND (v.status = 'SIGNED' OR v.created_by = ?)""";

    private static final String AUDIT = """
            INSERT INTO audit.event (id, occurred_at, account_id, account_kind, session_id, channel, clinic_id, patient_id,
              relationship, grant_id, rule, action, category, operation, record_id, purpose, outcome, reason, request_id, address, mac)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String ACCOUNT_BY_NAME = """
            SELECT a.id, a.kind, a.username, a.password_hash, a.status, a.locked_until, a.password_change_required,
                   EXISTS (SELECT FROM access.second_factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL) AS second_factor,
                   EXISTS (SELECT FROM access.second_factor_rule r WHERE r.kind = a.kind AND r.required) AS must_have_factor
              FROM access.account a WHERE a.username = ?""";
    private static final String FORGET_TRIES =
            "UPDATE access.account SET failed_sign_ins = 0, locked_until = NULL, last_sign_in_at = ? WHERE id = ?";
    private static final String KEEP_REFRESH_TOKEN =
            "INSERT INTO access.refresh_token (token_hash, session_id, issued_at, expires_at) VALUES (?, ?, ?, ?)";

    private Sql() {}

    /** What the guard learns before an operation. */
    private record Grant(UUID clinic, UUID id, String purpose) {}

    static void banner(JdbcClient client) throws SQLException {
        UUID patient = client.anyRead();
        Grant grant = enter(client, patient);
        identity(client, patient);
        List<Object[]> alerts = client.rows(ALERTS, patient);
        WrongAnswer.unless(alerts.size() == World.ALERTS, "alerts are missing");
        leave(client, patient, grant, "READ", "IDENTITY", "Patients.banner", null);
    }

    static void chart(JdbcClient client) throws SQLException {
        UUID patient = client.anyRead();
        Grant grant = enter(client, patient);
        List<Object[]> conditions = client.rows(PRESENT_CONDITIONS, patient, 20);
        WrongAnswer.unless(conditions.size() == World.PRESENT_CONDITIONS, "conditions are missing");
        visits(client, patient, 5);
        client.one(WEIGHT, patient);
        identity(client, patient);
        client.one(NEXT_FOLLOW_UP, patient, now().toLocalDate());
        leave(client, patient, grant, "READ", "CHART", "Chart.summary", null);
    }

    static void visits(JdbcClient client) throws SQLException {
        UUID patient = client.anyRead();
        Grant grant = enter(client, patient);
        visits(client, patient, 50);
        leave(client, patient, grant, "READ", "VISITS", "Visits.ofPatient", null);
    }

    static void draft(JdbcClient client) throws SQLException {
        UUID patient = client.anyWritten();
        World.Doctor doctor = client.doctor();
        Grant grant = enter(client, patient);
        Object clinic = client.one(GRANTING_CLINIC, grant.id());
        Object practitioner = client.one(PRACTITIONER, doctor.account());
        UUID visit = Visits.id();
        insertVisit(client, visit, patient, clinic, practitioner);
        client.rows(ADDENDA, visit, true);
        Object found = client.one(VISIT, visit, doctor.account());
        WrongAnswer.unless(visit.equals(found), "the draft is not there");
        leave(client, patient, grant, "CREATE", "VISITS", "Visits.draft", visit);
    }

    /** Signing in, with the same computation over the password. */
    static void signInWithPassword(JdbcClient client) throws SQLException {
        Object[] account = known(client);
        WrongAnswer.unless(Argon2.matches(client.doctor().password(), (String) account[3]), "another password");
        open(client);
    }

    /** Signing in, the password left aside. */
    static void signIn(JdbcClient client) throws SQLException {
        known(client);
        open(client);
    }

    private static Object[] known(JdbcClient client) throws SQLException {
        List<Object[]> accounts = client.rows(ACCOUNT_BY_NAME, client.doctor().username());
        WrongAnswer.unless(
                accounts.size() == 1 && client.doctor().account().equals(accounts.get(0)[0]), "another account");
        client.commit();
        return accounts.get(0);
    }

    private static void open(JdbcClient client) throws SQLException {
        World.Doctor doctor = client.doctor();
        UUID session = Visits.id();
        client.update(FORGET_TRIES, now(), doctor.account());
        client.update(OPEN_SESSION, session, doctor.account(), "API", now(), now(), in24Hours(), ADDRESS, null);
        audit(client, null, null, session, "SIGN_IN", "OWN_ACCOUNT", "SignIn.open", null);
        client.commit();
        UUID secret = Visits.id();
        client.update(KEEP_REFRESH_TOKEN, thirtyTwoBytes(secret), session, now(), in24Hours());
        client.commit();
    }

    /** What the chart's first page reads of the records. */
    static Queries.Query[] queriesOfChart(UUID doctor, UUID patient) {
        return new Queries.Query[] {
            new Queries.Query(PRESENT_CONDITIONS, patient, 20),
            visitsQuery(doctor, patient, 5),
            countQuery(doctor, patient),
            new Queries.Query(WEIGHT, patient),
            new Queries.Query(IDENTITY, patient),
            new Queries.Query(NEXT_FOLLOW_UP, patient, now().toLocalDate())
        };
    }

    /** How many rows these are. */
    static int rowsOfChart() {
        return World.PRESENT_CONDITIONS + 5 + 4;
    }

    /** What the list of visits reads of the records: a row for each and their number. */
    static Queries.Query[] queriesOfVisits(UUID doctor, UUID patient) {
        return new Queries.Query[] {visitsQuery(doctor, patient, 50), countQuery(doctor, patient)};
    }

    private static Queries.Query visitsQuery(UUID doctor, UUID patient, int limit) {
        return new Queries.Query(
                VISITS, patient, doctor, null, null, null, null, null, null, null, null, false, false, limit, 0);
    }

    private static Queries.Query countQuery(UUID doctor, UUID patient) {
        return new Queries.Query(
                VISIT_COUNT, patient, doctor, null, null, null, null, null, null, null, null, false, false);
    }

    private static Grant enter(JdbcClient client, UUID patient) throws SQLException {
        WrongAnswer.unless(
                client.rows(ACTOR, client.session(), client.doctor().account()).size() == 1,
                "the session does not hold");
        List<Object[]> relationships = client.rows(SUBJECT, patient, "PATIENT");
        WrongAnswer.unless(
                relationships.size() == 1 && "GRANT".equals(relationships.get(0)[2]), "the grant is not found");
        Object[] grant = relationships.get(0);
        return new Grant((UUID) grant[3], (UUID) grant[4], (String) grant[6]);
    }

    private static void identity(JdbcClient client, UUID patient) throws SQLException {
        WrongAnswer.unless(patient.equals(client.one(IDENTITY, patient)), "another patient");
    }

    private static void visits(JdbcClient client, UUID patient, int limit) throws SQLException {
        UUID doctor = client.doctor().account();
        List<Object[]> visits = client.rows(
                VISITS, patient, doctor, null, null, null, null, null, null, null, null, false, false, limit, 0);
        WrongAnswer.unless(visits.size() == Math.min(limit, World.VISITS_EACH), "visits are missing");
        WrongAnswer.unless(patient.equals(visits.get(0)[1]), "visits of another patient");
        Object total =
                client.one(VISIT_COUNT, patient, doctor, null, null, null, null, null, null, null, null, false, false);
        WrongAnswer.unless(Long.valueOf(World.VISITS_EACH).equals(total), "visits are not counted");
    }

    private static void insertVisit(JdbcClient client, UUID visit, UUID patient, Object clinic, Object practitioner)
            throws SQLException {
        OffsetDateTime now = now();
        UUID author = client.doctor().account();
        client.update(
                INSERT_VISIT,
                visit,
                Visits.COMPLAINT,
                clinic,
                Visits.NOTES,
                now,
                author,
                "DOCTOR",
                Visits.DIAGNOSIS,
                80,
                20,
                null,
                null,
                false,
                90,
                null,
                null,
                patient,
                "Room 2",
                practitioner,
                "ROUTINE",
                null,
                null,
                null,
                null,
                null,
                null,
                "DRAFT",
                Visits.SYMPTOMS,
                120,
                new BigDecimal("38.60"),
                "Cel",
                new BigDecimal("38.6"),
                Visits.PLAN,
                now,
                author,
                1L,
                now,
                "ROUTINE_CHECKUP",
                new BigDecimal("23.5000"),
                "kg",
                new BigDecimal("23.5"));
    }

    private static void leave(
            JdbcClient client, UUID patient, Grant grant, String action, String category, String operation, UUID record)
            throws SQLException {
        audit(client, patient, grant, client.session(), action, category, operation, record);
        client.commit();
    }

    private static void audit(
            JdbcClient client,
            UUID patient,
            Grant grant,
            UUID session,
            String action,
            String category,
            String operation,
            UUID record)
            throws SQLException {
        UUID id = Visits.id();
        int rows = client.update(
                AUDIT,
                id,
                now(),
                client.doctor().account(),
                "DOCTOR",
                session,
                "API",
                grant == null ? null : grant.clinic(),
                patient,
                grant == null ? null : "GRANT",
                grant == null ? null : grant.id(),
                grant == null ? null : "DOCTOR_WITH_GRANT",
                action,
                category,
                operation,
                record,
                grant == null ? null : grant.purpose(),
                "PERMITTED",
                null,
                id.toString(),
                ADDRESS,
                // Making the row's code is the application's work; here it only has to have the length.
                thirtyTwoBytes(id));
        WrongAnswer.unless(rows == 1, "the audit row is missing");
    }

    private static byte[] thirtyTwoBytes(UUID from) {
        return java.nio.ByteBuffer.allocate(32)
                .putLong(from.getMostSignificantBits())
                .putLong(from.getLeastSignificantBits())
                .array();
    }

    static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    static OffsetDateTime in24Hours() {
        return now().plusHours(24);
    }
}
