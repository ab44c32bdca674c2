package health.chiron.acceptance.access;

import health.chiron.acceptance.house.House;
import health.chiron.launcher.DatabaseRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The database is asked who is reached in several ways: for one patient, for all of them, for certain ones, for the one in hand,
 * and by the first wall what joins somebody to a patient. Faster ways are right only if all of them say the same.
 */
final class WaysOfAskingWhoIsReached {
    private static final String DIFFERENT = """
            WITH everybody AS MATERIALIZED (SELECT p.id, policy.reaches_identity(p.id) AS reached FROM records.patient p),
              listed AS MATERIALIZED (SELECT r.patient_id, r.relationship, r.ends_at FROM policy.reachable_patients() r),
              among AS MATERIALIZED (SELECT r.patient_id, r.relationship, r.ends_at
                FROM policy.reachable_among(ARRAY(SELECT e.id FROM everybody e)) r),
              size AS (SELECT s.listed, s.others FROM policy.reach_size() s)
            SELECT 'one and all differ: ' || e.id FROM everybody e
             WHERE e.reached IS DISTINCT FROM (e.id IN (SELECT r FROM policy.patients_reached() r))
            UNION ALL
            SELECT 'the walls differ: ' || e.id
              FROM everybody e, LATERAL (
                SELECT count(*) FILTER (WHERE r.kind LIKE 'BLOCK%') AS blocks,
                       count(*) FILTER (WHERE r.kind NOT LIKE 'BLOCK%' AND (r.kind = 'IMPORT' OR NOT policy.actor_is(ARRAY['INTEGRATOR']))) AS joins
                  FROM policy.relationships(e.id) r) w
             WHERE w.blocks = 0 AND e.reached <> (w.joins > 0)
            UNION ALL
            SELECT 'the list differs: ' || coalesce(l.patient_id, a.patient_id)
              FROM listed l FULL JOIN among a ON (l.patient_id, l.relationship) = (a.patient_id, a.relationship)
               AND l.ends_at IS NOT DISTINCT FROM a.ends_at
             WHERE l.patient_id IS NULL OR a.patient_id IS NULL
            UNION ALL
            SELECT 'the sizes differ' FROM size s
             WHERE (s.listed, s.listed + s.others)
                IS DISTINCT FROM ((SELECT count(*) FROM listed), (SELECT count(*) FROM everybody e WHERE e.reached))""";

    private static final String IN_HAND_DIFFERENT = """
            SELECT 'in hand differs: ' || p.id FROM (SELECT policy.in_hand() AS id) p
             WHERE policy.reaches_identity(p.id) <> (policy.identity_in_hand() IS NOT NULL)
                OR EXISTS (SELECT FROM unnest(ARRAY['VISITS','CONDITIONS','FAMILY_HISTORY']) s
                           WHERE policy.reads_chart(p.id, NULL, s) <> (policy.chart_in_hand(s) IS NOT NULL))""";

    private WaysOfAskingWhoIsReached() {}

    /** What differs for this account over all patients, and for each of these patients in hand. */
    static List<String> differences(String account, List<String> patients) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = House.get().connect(DatabaseRole.SUPERUSER)) {
            connection.setAutoCommit(false);
            set(connection, "chiron.account_id", account);
            all.addAll(texts(connection, DIFFERENT));
            for (String patient : patients) {
                set(connection, "chiron.patient_id", patient);
                all.addAll(texts(connection, IN_HAND_DIFFERENT));
            }
            connection.rollback();
        }
        return all;
    }

    /** How many of these patients row-level security shows the account, each in hand and all without a hand. */
    static List<Integer> shown(String account, List<String> patients) throws SQLException {
        int inHand = 0;
        int listed = 0;
        try (Connection connection = House.get().connect(DatabaseRole.APP)) {
            connection.setAutoCommit(false);
            set(connection, "chiron.account_id", account);
            for (String patient : patients) {
                set(connection, "chiron.patient_id", patient);
                inHand += texts(connection, "SELECT id::text FROM records.patient WHERE id = '" + patient + "'::uuid")
                        .size();
            }
            set(connection, "chiron.patient_id", "");
            List<String> all = texts(connection, "SELECT id::text FROM records.patient");
            listed = (int) patients.stream().filter(all::contains).count();
            connection.rollback();
        }
        return List.of(inHand, listed);
    }

    private static void set(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT set_config(?, ?, true)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
