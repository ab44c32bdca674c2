package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A superuser of the database changes the log; the verifier names the first row that does not hold (check 66). */
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
        awaitSealed();
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

    private void awaitSealed() {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Rows.count(
                        "SELECT count(*) FROM audit.event e WHERE e.patient_id = ?::uuid AND NOT EXISTS (SELECT FROM audit.seal s WHERE s.event_id = e.id)",
                        patient)
                > 0) {
            assertThat(Instant.now()).as("sealing takes too long").isBefore(end);
            Thread.onSpinWait();
        }
    }
}
