package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.house.Seals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A superuser of the database changes the log; the verifier names the first row that does not hold (check 66). */
@SuppressWarnings("try") // held sealing is held, and nothing else is done with it
class TamperingWithTheLogIT {
    private Scene scene;
    private String patient;

    @BeforeEach
    void a_log_that_holds() {
        scene = Scene.open();
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        scene.signed(dog);
        patient = dog.id();
        Seals.await(patient, Duration.ofSeconds(20));
        Answer report = scene.auditor.post("/audit/verify", null).mustBe(200);
        assertThat(report.json().path("holds").asBoolean()).as(report.text()).isTrue();
    }

    @Test
    void a_changed_row_is_named() {
        String event = anEvent();
        Rows.change("UPDATE audit.event SET outcome = 'DENIED' WHERE id = ?::uuid", event);
        try {
            assertFinding("changed", event);
        } finally {
            Rows.change("UPDATE audit.event SET outcome = 'PERMITTED' WHERE id = ?::uuid", event);
        }
        assertHolds();
    }

    @Test
    void a_missing_row_is_named() {
        String event = anEvent();
        Rows.change("CREATE TABLE ops.kept AS SELECT * FROM audit.event WHERE id = '" + event + "'");
        Rows.change("DELETE FROM audit.event WHERE id = ?::uuid", event);
        try {
            assertFinding("missing", event);
        } finally {
            Rows.change("INSERT INTO audit.event SELECT * FROM ops.kept");
            Rows.change("DROP TABLE ops.kept");
        }
        assertHolds();
    }

    @Test
    void a_missing_seal_is_named() {
        // Not the newest: that one the sealer would simply make again.
        long number = Rows.count("SELECT max(number) - 5 FROM audit.seal");
        Rows.change("CREATE TABLE ops.kept AS SELECT * FROM audit.seal WHERE number = " + number);
        Rows.change("DELETE FROM audit.seal WHERE number = " + number);
        try {
            Answer report = scene.auditor.post("/audit/verify", null).mustBe(200);
            assertThat(report.json().path("holds").asBoolean()).isFalse();
            assertThat(report.json().path("first_bad_number").asLong()).isEqualTo(number);
        } finally {
            Rows.change("INSERT INTO audit.seal SELECT * FROM ops.kept");
            Rows.change("DROP TABLE ops.kept");
        }
        assertHolds();
    }

    @Test
    void an_added_row_is_named() {
        String event = anEvent();
        String added = Rows.text("SELECT gen_random_uuid()::text");
        Rows.change("""
                INSERT INTO audit.event (id, occurred_at, account_id, account_kind, channel, action, category, operation, outcome, request_id, mac, written_by_xid)
                SELECT ?::uuid, occurred_at, account_id, account_kind, channel, action, category, operation, outcome, request_id, mac, written_by_xid
                  FROM audit.event WHERE id = ?::uuid""", added, event);
        try {
            Answer report = scene.auditor.post("/audit/verify", null).mustBe(200);
            assertThat(report.json().path("holds").asBoolean()).isFalse();
            assertThat(report.text("first_bad_event")).isEqualTo(added);
        } finally {
            Rows.change("DELETE FROM audit.event WHERE id = ?::uuid", added);
        }
        assertHolds();
    }

    @Test
    void two_rows_that_changed_places_are_named() {
        long number = Rows.count("SELECT max(number) - 5 FROM audit.seal");
        swap(number, number + 1);
        try {
            Answer report = scene.auditor.post("/audit/verify", null).mustBe(200);
            assertThat(report.json().path("holds").asBoolean()).isFalse();
            assertThat(report.json().path("first_bad_number").asLong()).isEqualTo(number);
            assertThat(report.text("finding")).isEqualTo("moved");
        } finally {
            swap(number, number + 1);
        }
        assertHolds();
    }

    @Test
    void a_tail_that_was_cut_off_with_its_seals_does_not_reach_the_published_head() throws Exception {
        try (HeldSealing held = new HeldSealing()) {
            long last = Rows.count("SELECT max(number) FROM audit.seal");
            Path head = StolenKeys.publish(last, hash(last));
            try {
                whileCutOff(last - 4, () -> {
                    Answer report = scene.auditor.post("/audit/verify", null).mustBe(200);
                    assertThat(report.json().path("holds").asBoolean()).isFalse();
                    assertThat(report.text("finding")).isEqualTo("cut off");
                    assertThat(report.json().path("first_bad_number").asLong()).isEqualTo(last - 4);
                });
                assertHolds();
            } finally {
                Files.delete(head);
            }
        }
    }

    @Test
    void a_chain_that_was_written_anew_with_the_key_itself_contradicts_the_published_head() throws Exception {
        try (HeldSealing held = new HeldSealing()) {
            long last = Rows.count("SELECT max(number) FROM audit.seal");
            Path head = StolenKeys.publish(last, hash(last));
            Rows.change("CREATE TABLE ops.kept AS SELECT * FROM audit.seal WHERE number > " + (last - 6));
            try {
                swap(last - 5, last - 4);
                linkAnew(last - 5, last);
                Answer report = scene.auditor.post("/audit/verify", null).mustBe(200);
                assertThat(report.json().path("holds").asBoolean()).isFalse();
                assertThat(report.text("finding")).isEqualTo("rewritten");
            } finally {
                Rows.change("DELETE FROM audit.seal WHERE number > " + (last - 6));
                Rows.change("INSERT INTO audit.seal SELECT * FROM ops.kept");
                Rows.change("DROP TABLE ops.kept");
                Files.delete(head);
            }
            assertHolds();
        }
    }

    @Test
    void a_head_that_was_changed_is_no_head_of_ours() throws Exception {
        long last = Rows.count("SELECT max(number) FROM audit.seal");
        Path head = StolenKeys.publish(last, hash(last));
        try {
            String text = Files.readString(head);
            int middle = text.indexOf('.') + 10;
            Files.writeString(
                    head,
                    text.substring(0, middle) + (text.charAt(middle) == 'A' ? 'B' : 'A') + text.substring(middle + 1));
            assertThat(scene.auditor.post("/audit/verify", null).text("finding"))
                    .isEqualTo("head not genuine");
        } finally {
            Files.delete(head);
        }
        assertHolds();
    }

    @Test
    void a_row_that_was_taken_away_before_it_was_sealed_had_a_witness() throws Exception {
        try (HeldSealing held = new HeldSealing()) {
            scene.doctor.get("/patients/" + patient + "/chart").mustBe(200);
            String event = Rows.text(
                    "SELECT id::text FROM audit.event WHERE patient_id = ?::uuid AND operation = 'Chart.summary' ORDER BY occurred_at DESC LIMIT 1",
                    patient);
            awaitWitness(event);
            Rows.change("CREATE TABLE ops.kept AS SELECT * FROM audit.event WHERE id = '" + event + "'");
            Rows.change("DELETE FROM audit.event WHERE id = ?::uuid", event);
            try {
                assertFinding("missing", event);
            } finally {
                Rows.change("INSERT INTO audit.event SELECT * FROM ops.kept");
                Rows.change("DROP TABLE ops.kept");
            }
            assertHolds();
        }
        assertHolds();
    }

    @Test
    void a_tail_that_no_head_covers_yet_had_a_witness_too() throws Exception {
        try (HeldSealing held = new HeldSealing()) {
            long last = Rows.count("SELECT max(number) FROM audit.seal");
            List<String> cut = Rows.texts("SELECT event_id::text FROM audit.seal WHERE number >= " + (last - 2));
            whileCutOff(last - 2, () -> {
                Answer report = scene.auditor.post("/audit/verify", null).mustBe(200);
                assertThat(report.json().path("holds").asBoolean()).isFalse();
                assertThat(report.text("finding")).isEqualTo("missing");
                assertThat(cut).hasSize(3).contains(report.text("first_bad_event"));
            });
            assertHolds();
        }
    }

    private static void whileCutOff(long from, Runnable what) {
        Rows.change("CREATE TABLE ops.kept AS SELECT * FROM audit.seal WHERE number >= " + from);
        Rows.change(
                "CREATE TABLE ops.kept_events AS SELECT * FROM audit.event WHERE id IN (SELECT event_id FROM ops.kept)");
        Rows.change("DELETE FROM audit.event WHERE id IN (SELECT event_id FROM ops.kept)");
        Rows.change("DELETE FROM audit.seal WHERE number >= " + from);
        try {
            what.run();
        } finally {
            Rows.change("INSERT INTO audit.event SELECT * FROM ops.kept_events");
            Rows.change("INSERT INTO audit.seal SELECT * FROM ops.kept");
            Rows.change("DROP TABLE ops.kept, ops.kept_events");
        }
    }

    private static String hash(long number) {
        return Rows.text("SELECT encode(hash, 'hex') FROM audit.seal WHERE number = " + number);
    }

    private static void linkAnew(long from, long until) {
        HexFormat hex = HexFormat.of();
        for (long number = from; number <= until; number++) {
            String[] row = Rows.text(
                            "SELECT e.id::text || ' ' || encode(e.mac, 'hex') FROM audit.seal s JOIN audit.event e ON e.id = s.event_id WHERE s.number = "
                                    + number)
                    .split(" ", -1);
            byte[] link = StolenKeys.link(
                    number, hex.parseHex(hash(number - 1)), UUID.fromString(row[0]), hex.parseHex(row[1]));
            Rows.change("UPDATE audit.seal SET hash = ? WHERE number = ?", link, number);
        }
    }

    private static void awaitWitness(String event) throws IOException {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (!witnessed(event)) {
            assertThat(Instant.now()).as("no witness").isBefore(end);
            Thread.onSpinWait();
        }
    }

    private static boolean witnessed(String event) throws IOException {
        try (var files = Files.list(House.get().stack().data().auditWitness())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.readString(file).contains(event)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void swap(long one, long other) {
        Rows.change("ALTER TABLE audit.seal DROP CONSTRAINT seal_number_check");
        Rows.change("UPDATE audit.seal SET number = -1 WHERE number = " + one);
        Rows.change("UPDATE audit.seal SET number = " + one + " WHERE number = " + other);
        Rows.change("UPDATE audit.seal SET number = " + other + " WHERE number = -1");
        Rows.change("ALTER TABLE audit.seal ADD CONSTRAINT seal_number_check CHECK (number > 0)");
    }

    private String anEvent() {
        return Rows.text(
                "SELECT id::text FROM audit.event WHERE patient_id = ?::uuid AND action = 'SIGN' AND outcome = 'PERMITTED'",
                patient);
    }

    private void assertFinding(String finding, String event) {
        Answer report = scene.auditor.post("/audit/verify", null).mustBe(200);
        assertThat(report.json().path("holds").asBoolean()).isFalse();
        assertThat(report.text("finding")).isEqualTo(finding);
        assertThat(report.text("first_bad_event")).isEqualTo(event);
    }

    private void assertHolds() {
        Answer report = scene.auditor.post("/audit/verify", null).mustBe(200);
        assertThat(report.json().path("holds").asBoolean()).as(report.text()).isTrue();
    }
}
