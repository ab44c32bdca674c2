package health.chiron.acceptance.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.launcher.DatabaseRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The second wall, tried past the first: somebody has the application's own connection. */
class ConnectingAsTheApplicationIT {
    private static final String TABLES_WITH_PATIENTS = """
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r','p') AND n.nspname IN ('access','records','audit','interop','ops')
               AND (c.oid = 'records.patient'::regclass
                    OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'patient_id' AND NOT a.attisdropped))""";

    private static Scene scene;
    private static Scene.Chart dog;
    private static String owner;

    @BeforeAll
    static void somebody_has_a_chart() {
        scene = Scene.open();
        dog = scene.dog();
        scene.openTo(dog);
        scene.signed(dog);
        owner = Rows.text("SELECT account_id::text FROM access.patient_owner WHERE patient_id = ?::uuid", dog.id());
    }

    @Test
    void without_an_actor_no_table_with_a_patient_shows_a_row() throws SQLException {
        List<String> tables =
                Rows.texts(TABLES_WITH_PATIENTS + " AND has_table_privilege('chiron_app', c.oid, 'SELECT')");
        assertThat(tables).hasSizeGreaterThanOrEqualTo(10);
        List<String> open = new ArrayList<>();
        try (Connection connection = House.get().connect(DatabaseRole.APP)) {
            for (String table : tables) {
                if (count(connection, "SELECT count(*) FROM " + table) > 0) {
                    open.add(table);
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(Rows.count("SELECT count(*) FROM records.visit")).isPositive();
    }

    @Test
    void every_table_with_a_patient_forces_row_level_security() {
        assertThat(unguarded(TABLES_WITH_PATIENTS)).isEmpty();
    }

    /** PostgreSQL promises no order among several, and the rare ones cost (ADR 29). */
    @Test
    void who_may_read_a_table_stands_in_one_policy() {
        String policies = "SELECT polrelid::regclass::text FROM pg_policy WHERE polpermissive AND polcmd = 'r'";
        assertThat(Rows.texts(policies)).hasSizeGreaterThanOrEqualTo(10);
        assertThat(Rows.texts(policies + " GROUP BY polrelid, polroles HAVING count(*) > 1"))
                .isEmpty();
    }

    @Test
    void a_table_that_forgets_it_is_found() throws SQLException {
        try (Connection connection = House.get().connect(DatabaseRole.SUPERUSER);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE records.planted (id uuid, patient_id uuid)");
            try (ResultSet found = statement.executeQuery(guard(TABLES_WITH_PATIENTS))) {
                assertThat(found.next()).isTrue();
                assertThat(found.getString(1)).isEqualTo("records.planted");
            }
            connection.rollback();
        }
    }

    @Test
    void the_actor_of_one_transaction_is_gone_in_the_next() throws SQLException {
        try (Connection connection = House.get().connect(DatabaseRole.APP)) {
            connection.setAutoCommit(false);
            enter(connection, owner);
            assertThat(count(connection, "SELECT count(*) FROM records.visit")).isEqualTo(1);
            connection.commit();
            assertThat(count(connection, "SELECT count(*) FROM records.visit")).isZero();
            connection.rollback();
        }
    }

    @Test
    void an_owner_sees_the_own_patient_and_no_other() throws SQLException {
        try (Connection connection = House.get().connect(DatabaseRole.APP)) {
            connection.setAutoCommit(false);
            enter(connection, owner);
            assertThat(count(connection, "SELECT count(*) FROM records.patient"))
                    .isEqualTo(1);
            connection.rollback();
            enter(connection, UUID.randomUUID().toString());
            assertThat(count(connection, "SELECT count(*) FROM records.patient"))
                    .isZero();
            connection.rollback();
        }
    }

    @Test
    void a_grant_cannot_be_written_without_a_used_code() throws SQLException {
        String desk = Rows.text("SELECT id::text FROM access.account WHERE username = ?", scene.username("desk"));
        Scene.Chart other = scene.dog();
        try (Connection connection = House.get().connect(DatabaseRole.APP)) {
            connection.setAutoCommit(false);
            enter(connection, desk);
            assertThatThrownBy(() -> execute(connection, """
                            INSERT INTO access.access_grant (id, patient_id, clinic_id, basis, purpose, granted_at, expires_at)
                            VALUES (gen_random_uuid(), '%s', '%s', 'ONE_TIME_CODE', 'planted', now(), now() + interval '1 hour')""".formatted(other.id(), scene.clinic)))
                    .hasMessageContaining("row-level security");
            connection.rollback();
        }
    }

    @Test
    void the_log_can_be_added_to_and_nothing_else() throws SQLException {
        for (String attempt : List.of(
                "UPDATE audit.event SET outcome = 'PERMITTED'",
                "DELETE FROM audit.event",
                "TRUNCATE audit.event",
                "UPDATE audit.seal SET number = number + 1",
                "DELETE FROM audit.seal")) {
            try (Connection connection = House.get().connect(DatabaseRole.APP)) {
                assertThatThrownBy(() -> execute(connection, attempt))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    @Test
    void the_role_owns_nothing_and_passes_no_wall() {
        assertThat(
                        Rows.text(
                                "SELECT rolsuper::text || rolbypassrls || rolcreaterole || rolcreatedb FROM pg_roles WHERE rolname = 'chiron_app'"))
                .isEqualTo("falsefalsefalsefalse");
        assertThat(
                        Rows.count(
                                "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'chiron_app'"))
                .isZero();
        assertThat(
                        Rows.count(
                                "SELECT count(*) FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = 'chiron_app'"))
                .isZero();
    }

    private static List<String> unguarded(String tables) {
        return Rows.texts(guard(tables));
    }

    private static String guard(String tables) {
        return "SELECT t FROM (" + tables + ") AS all_tables (t) JOIN pg_class c ON c.oid = t::regclass"
                + " WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY t";
    }

    private static void enter(Connection connection, String account) throws SQLException {
        execute(connection, "SELECT set_config('chiron.account_id', '" + UUID.fromString(account) + "', true)");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
