package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.house.Seals;
import health.chiron.launcher.Credentials;
import health.chiron.launcher.Database;
import health.chiron.launcher.DatabaseRole;
import health.chiron.launcher.postgres.Bootstrap;
import health.chiron.launcher.postgres.Migrations;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Rows of the log go when their time is over by the database's own clock, archived before, and never earlier (check 71). */
class KeepingTheLogIT {
    private static final List<String> COLUMNS = List.of(
            "id",
            "occurred_at",
            "account_id",
            "account_kind",
            "session_id",
            "channel",
            "clinic_id",
            "patient_id",
            "relationship",
            "grant_id",
            "rule",
            "action",
            "category",
            "operation",
            "record_id",
            "purpose",
            "outcome",
            "reason",
            "request_id",
            "address");

    private final Scene scene = Scene.open();

    private static void as(DatabaseRole role, String sql) throws SQLException {
        try (Connection connection = House.get().connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertRefused(ThrowingCallable attempt, String... states) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isIn((Object[]) states));
    }

    @Test
    void before_its_time_neither_the_application_nor_the_owner_of_the_schema_removes_a_row() {
        long rows = Rows.count("SELECT count(*) FROM audit.event");
        String purge =
                "SELECT audit.purge(number, hash, xid, now() + interval '1 day', 'x', decode(repeat('00',32),'hex'), decode(repeat('00',32),'hex'))"
                        + " FROM audit.seal WHERE number < (SELECT max(number) FROM audit.seal) ORDER BY number LIMIT 1";
        assertRefused(() -> as(DatabaseRole.APP, purge), "CH002");
        assertRefused(() -> as(DatabaseRole.APP, "DELETE FROM audit.event"), "42501");
        assertRefused(() -> as(DatabaseRole.APP, "TRUNCATE audit.event, audit.seal"), "42501");
        assertRefused(() -> as(DatabaseRole.APP, "SET ROLE chiron_retention"), "42501");
        assertRefused(() -> as(DatabaseRole.APP, "UPDATE audit.retention SET floor_years = 3"), "42501");
        assertRefused(
                () -> as(
                        DatabaseRole.APP,
                        "CREATE OR REPLACE FUNCTION audit.present() RETURNS timestamptz LANGUAGE sql RETURN now()"),
                "42501");
        assertRefused(
                () -> as(
                        DatabaseRole.APP,
                        "INSERT INTO audit.anchor (number, hash, xid, archived_until, rows, file, file_sha256, mac) SELECT 1, hash, xid, now(), 1, 'x', hash, hash FROM audit.seal LIMIT 1"),
                "42501");
        assertRefused(() -> as(DatabaseRole.OWNER, "UPDATE audit.retention SET floor_years = 2"), "23514");

        assertThat(Rows.count("SELECT count(*) FROM audit.event")).isGreaterThanOrEqualTo(rows);
    }

    @Test
    void a_row_that_says_it_is_old_is_kept_as_long_as_its_seal_is_young() {
        PastRows.looks(scene.doctorId, scene.clinic, Instant.parse("2001-01-01T00:00:00Z"), 1);
        assertThat(Rows.text("SELECT coalesce(audit.due(3, 1000)::text, 'nothing')"))
                .isEqualTo("nothing");
        Rows.change("CREATE TABLE ops.kept AS SELECT id, occurred_at FROM audit.event");
        try {
            // The whole log pretends to be old; what the database itself noted when it took the seals does not.
            Rows.change("UPDATE audit.event SET occurred_at = '2001-01-01T00:00:00Z'");
            assertThat(Rows.text("SELECT coalesce(audit.due(3, 1000)::text, 'nothing')"))
                    .isEqualTo("nothing");
            assertRefused(
                    () -> as(
                            DatabaseRole.APP,
                            "SELECT audit.purge(number, hash, xid, now(), 'x', decode(repeat('00',32),'hex'), decode(repeat('00',32),'hex')) FROM audit.seal ORDER BY number LIMIT 1"),
                    "CH002");
        } finally {
            Rows.change("UPDATE audit.event e SET occurred_at = k.occurred_at FROM ops.kept k WHERE k.id = e.id");
            Rows.change("DROP TABLE ops.kept");
        }
    }

    @Test
    void after_ten_years_the_rows_are_archived_and_the_chain_holds_up_to_the_anchor_and_from_it() throws Exception {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        Seals.await(dog.id(), Duration.ofSeconds(20));
        long before = anchor();
        String first = hash(before == 0 ? null : before);
        House.get().signIn(scene.username("doc"), Scene.PASSWORD); // something newer, from which the chain goes on
        Seals.awaitAll(Duration.ofSeconds(20));
        tenYearsOn();
        try {
            awaitAnchor(before, dog.id());
        } finally {
            today();
        }
        assertThat(Rows.count("SELECT count(*) FROM audit.event WHERE patient_id = ?::uuid", dog.id()))
                .isZero();
        assertThat(
                        Rows.text(
                                "SELECT outcome FROM audit.event WHERE operation = 'Retention.purge' AND channel = 'JOB' ORDER BY occurred_at DESC LIMIT 1"))
                .isEqualTo("PERMITTED");
        assertThat(archived(before, first))
                .as("the archive, read by an outsider with the key")
                .isEqualTo(anchor());
        assertFinding(null);

        scene.doctor.get("/patients").mustBe(200);
        assertFinding(null);
        forgedAnchor();
        lostAnchor();
        assertFinding(null);
    }

    /** What a backup holds and what was archived before, put together in a new database: one chain from its first link to its last. */
    @Test
    void archive_and_log_that_are_restored_elsewhere_make_one_chain_again() throws Exception {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        Seals.await(dog.id(), Duration.ofSeconds(20));
        long before = anchor();
        House.get().signIn(scene.username("doc"), Scene.PASSWORD);
        Seals.awaitAll(Duration.ofSeconds(20));
        tenYearsOn();
        try {
            awaitAnchor(before, dog.id());
        } finally {
            today();
        }
        scene.doctor.get("/patients").mustBe(200);
        Seals.awaitAll(Duration.ofSeconds(20));

        Database database = House.get().stack().database();
        String name = "restored_" + Scene.next();
        try (Connection there = House.get().connect(DatabaseRole.SUPERUSER)) {
            Bootstrap.makeDatabase(there, name, DatabaseRole.OWNER.username());
            String url = database.jdbcUrl().replaceAll("/[a-z]+\\?", "/" + name + "?");
            Credentials superuser = database.credentials(DatabaseRole.SUPERUSER);
            try (Connection restored = DriverManager.getConnection(url, superuser.username(), superuser.password())) {
                Bootstrap.database(
                        restored,
                        Map.of(
                                "owner_password",
                                database.credentials(DatabaseRole.OWNER).password(),
                                "app_password",
                                database.credentials(DatabaseRole.APP).password()));
                Migrations.run(url, database.credentials(DatabaseRole.OWNER));
                long last = copy(there, restored);
                List<String> archives = Rows.texts("SELECT file FROM audit.anchor ORDER BY number");
                assertThat(archives).isNotEmpty();
                for (String file : archives) {
                    takeBack(restored, file);
                }

                assertThat(firstBad(restored)).isZero();
                assertThat(number(restored, "SELECT count(*) FROM audit.seal")).isEqualTo(last);
                assertThat(
                                number(
                                        restored,
                                        "SELECT count(*) FROM audit.anchor a JOIN audit.seal s ON s.number = a.number AND s.hash = a.hash"))
                        .isEqualTo(archives.size());
                assertThat(number(restored, "SELECT count(*) FROM audit.event WHERE patient_id = '" + dog.id() + "'"))
                        .isPositive();

                // Whatever is not as it was is found: in what was archived, and in what was not.
                for (long bent : List.of(2L, last - 1)) {
                    String row = "(SELECT event_id FROM audit.seal WHERE number = " + bent + ")";
                    execute(restored, "UPDATE audit.event SET operation = operation || 'x' WHERE id = " + row);
                    assertThat(firstBad(restored)).isEqualTo(bent);
                    execute(
                            restored,
                            "UPDATE audit.event SET operation = left(operation, length(operation) - 1) WHERE id = "
                                    + row);
                }
                execute(
                        restored,
                        "DELETE FROM audit.event WHERE id = (SELECT event_id FROM audit.seal WHERE number = 3)");
                assertThat(firstBad(restored)).isEqualTo(3);
            }
            execute(there, "DROP DATABASE " + name);
        }
    }

    /** Events, seals and anchors as of one moment, while others go on writing; the last number. */
    private long copy(Connection from, Connection to) throws SQLException, IOException {
        from.setAutoCommit(false);
        from.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            long last = number(from, "SELECT max(number) FROM audit.seal");
            scene.doctor.get("/patients").mustBe(200);
            for (String table : List.of("audit.event", "audit.seal", "audit.anchor")) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                from.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", rows);
                to.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " FROM STDIN", new ByteArrayInputStream(rows.toByteArray()));
            }
            return last;
        } finally {
            from.rollback();
            from.setAutoCommit(true);
        }
    }

    private static void takeBack(Connection to, String file) throws IOException, SQLException {
        Path archive = House.get().stack().data().auditArchive().resolve(file);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(archive)), StandardCharsets.UTF_8));
                PreparedStatement event = to.prepareStatement(
                        "INSERT INTO audit.event SELECT (jsonb_populate_record(NULL::audit.event, line - 'number' - 'hash'"
                                + " || jsonb_build_object('mac', '\\x' || (line->>'mac'), 'written_by_xid', line->>'xid'))).* FROM (SELECT ?::jsonb AS line) one");
                PreparedStatement seal = to.prepareStatement(
                        "INSERT INTO audit.seal (number, event_id, xid, hash, sealed_at) SELECT (line->>'number')::bigint, (line->>'id')::uuid,"
                                + " (line->>'xid')::xid8, decode(line->>'hash', 'hex'), now() FROM (SELECT ?::jsonb AS line) one")) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                event.setString(1, line);
                event.executeUpdate();
                seal.setString(1, line);
                seal.executeUpdate();
            }
        }
    }

    /** Walks the whole chain with the key, as an outsider; the first number that does not hold, or 0. */
    private static long firstBad(Connection connection) throws SQLException {
        byte[] link = new byte[32];
        long number = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT s.number, s.hash, s.event_id AS sealed, e.* FROM audit.seal s LEFT JOIN audit.event e ON e.id = s.event_id ORDER BY s.number")) {
            while (row.next()) {
                number++;
                if (row.getLong("number") != number || row.getString("id") == null) {
                    return number;
                }
                Object[] columns = new Object[COLUMNS.size()];
                for (int i = 0; i < columns.length; i++) {
                    String column = COLUMNS.get(i);
                    columns[i] = column.equals("occurred_at")
                            ? row.getObject(column, OffsetDateTime.class).toInstant()
                            : row.getString(column);
                }
                byte[] code = StolenKeys.row(columns);
                link = StolenKeys.link(number, link, UUID.fromString(row.getString("sealed")), code);
                if (!Arrays.equals(code, row.getBytes("mac")) || !Arrays.equals(link, row.getBytes("hash"))) {
                    return number;
                }
            }
        }
        return 0;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void forgedAnchor() {
        Rows.change("UPDATE audit.anchor SET archived_until = archived_until + interval '1 hour' WHERE number = "
                + anchor());
        try {
            assertFinding("anchor not genuine");
        } finally {
            Rows.change("UPDATE audit.anchor SET archived_until = archived_until - interval '1 hour' WHERE number = "
                    + anchor());
        }
    }

    private void lostAnchor() {
        Rows.change("CREATE TABLE ops.kept AS SELECT * FROM audit.anchor");
        Rows.change("DELETE FROM audit.anchor");
        try {
            assertFinding("missing");
        } finally {
            Rows.change("INSERT INTO audit.anchor SELECT * FROM ops.kept");
            Rows.change("DROP TABLE ops.kept");
        }
    }

    private void assertFinding(String finding) {
        Answer report = scene.auditor.post("/audit/verify", null).mustBe(200);
        assertThat(report.json().path("holds").asBoolean()).as(report.text()).isEqualTo(finding == null);
        assertThat(report.json().path("finding").asText(null)).isEqualTo(finding);
    }

    private static long anchor() {
        return Rows.count("SELECT coalesce(max(number), 0) FROM audit.anchor");
    }

    private static String hash(Long number) {
        return number == null
                ? "00".repeat(32)
                : Rows.text("SELECT encode(hash, 'hex') FROM audit.anchor WHERE number = " + number);
    }

    /** Reads the archives behind an anchor as an outsider would; the last number that holds. */
    private static long archived(long after, String before) throws IOException {
        ObjectMapper json = new ObjectMapper();
        HexFormat hex = HexFormat.of();
        byte[] link = hex.parseHex(before);
        long number = after;
        for (String file : Rows.texts("SELECT file FROM audit.anchor WHERE number > " + after + " ORDER BY number")) {
            Path archive = House.get().stack().data().auditArchive().resolve(file);
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(archive)), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    JsonNode row = json.readTree(line);
                    byte[] code = StolenKeys.row(COLUMNS.stream()
                            .map(column -> row.path(column).asText(null))
                            .toArray());
                    assertThat(hex.formatHex(code)).isEqualTo(row.path("mac").asText());
                    number++;
                    link = StolenKeys.link(
                            number, link, UUID.fromString(row.path("id").asText()), code);
                    assertThat(row.path("number").asLong()).isEqualTo(number);
                    assertThat(Arrays.equals(link, hex.parseHex(row.path("hash").asText())))
                            .isTrue();
                }
            }
        }
        assertThat(hex.formatHex(link)).isEqualTo(hash(number));
        return number;
    }

    private static void tenYearsOn() {
        Rows.change(
                "CREATE OR REPLACE FUNCTION audit.present() RETURNS timestamptz LANGUAGE sql STABLE RETURN clock_timestamp() + interval '10 years'");
    }

    private static void today() {
        Rows.change(
                "CREATE OR REPLACE FUNCTION audit.present() RETURNS timestamptz LANGUAGE sql STABLE RETURN clock_timestamp()");
    }

    private static void awaitAnchor(long before, String patient) {
        Instant end = Instant.now().plus(Duration.ofSeconds(40));
        while (anchor() == before
                || Rows.count("SELECT count(*) FROM audit.event WHERE patient_id = ?::uuid", patient) > 0) {
            assertThat(Instant.now()).as("nothing is archived").isBefore(end);
            Thread.onSpinWait();
        }
    }
}
