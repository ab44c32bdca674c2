package health.chiron.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseSurvivesItsDeathIT {
    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void start() {
        database = Database.start(DatabaseOptions.in(folder));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private String ask(DatabaseRole role, String sql) throws SQLException {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private void tell(DatabaseRole role, String sql) throws SQLException {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void what_was_committed_is_there_after_kill_9() throws SQLException {
        tell(DatabaseRole.OWNER, "CREATE TABLE ops.it_was_here AS SELECT 42 AS answer");
        database.kill();
        assertThat(database.isRunning()).isFalse();
        database.start();
        assertThat(ask(DatabaseRole.OWNER, "SELECT answer FROM ops.it_was_here"))
                .isEqualTo("42");
    }

    @Test
    void it_was_made_with_checksums_utf8_and_a_fixed_collation() throws SQLException {
        assertThat(ask(DatabaseRole.APP, "SHOW data_checksums")).isEqualTo("on");
        assertThat(ask(DatabaseRole.APP, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(ask(DatabaseRole.APP, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(
                        DatabaseRole.APP,
                        "SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = 'chiron'"))
                .isEqualTo("b C.UTF-8");
    }

    @Test
    void the_application_is_an_ordinary_role_that_may_not_make_tables() throws SQLException {
        assertThat(ask(
                        DatabaseRole.APP,
                        "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls FROM pg_roles"
                                + " WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThatThrownBy(() -> tell(DatabaseRole.APP, "CREATE TABLE records.mine (id int)"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> tell(DatabaseRole.APP, "CREATE TABLE public.mine (id int)"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void a_second_start_changes_nothing_and_another_major_is_refused() throws Exception {
        String history = ask(DatabaseRole.OWNER, "SELECT count(*) FROM ops.schema_history");
        database.close();
        database = Database.start(DatabaseOptions.in(folder));
        assertThat(ask(DatabaseRole.OWNER, "SELECT count(*) FROM ops.schema_history"))
                .isEqualTo(history);
        database.close();
        Path version = folder.resolve("postgres/PG_VERSION");
        Files.writeString(version, "17\n");
        assertThatThrownBy(() -> Database.start(DatabaseOptions.in(folder)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("PostgreSQL 17");
        Files.writeString(version, "18\n");
    }

    @Test
    void a_migration_that_this_build_does_not_know_is_one_sentence() throws SQLException {
        tell(
                DatabaseRole.OWNER,
                "INSERT INTO ops.schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (9999, '9999', 'from the future', 'SQL', 'x', 'x', 1, true)");
        assertThatThrownBy(database::migrate)
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("9999");
    }

    @Test
    void no_value_of_a_failing_statement_reaches_the_log() throws Exception {
        assertThatThrownBy(() -> ask(DatabaseRole.APP, "SELECT 'Rex the secret patient'::uuid"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> ask(DatabaseRole.APP, "SELECT * FROM nowhere_secret_patient"))
                .isInstanceOf(SQLException.class);
        database.stop();
        assertThat(Files.readString(folder.resolve("logs/database.log"))).doesNotContain("secret");
    }
}
