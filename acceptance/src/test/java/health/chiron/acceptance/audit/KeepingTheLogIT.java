package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.launcher.DatabaseRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

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
        awaitSealed(dog.id());
        long before = anchor();
        String first = hash(before == 0 ? null : before);
        House.get().signIn(scene.username("doc"), Scene.PASSWORD); // something newer, from which the chain goes on
        awaitSealed(null);
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

    private static void awaitSealed(String patient) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Rows.count(
                        "SELECT count(*) FROM audit.event e WHERE (?::uuid IS NULL OR e.patient_id = ?::uuid) AND NOT EXISTS (SELECT FROM audit.seal s WHERE s.event_id = e.id)",
                        patient,
                        patient)
                > 0) {
            assertThat(Instant.now()).as("sealing takes too long").isBefore(end);
            Thread.onSpinWait();
        }
    }
}
