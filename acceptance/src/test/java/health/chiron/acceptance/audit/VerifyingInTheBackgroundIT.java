package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A verification that goes on by itself ends with a result, and says the same as the one that is waited for. */
class VerifyingInTheBackgroundIT {
    private final Scene scene = Scene.open();

    private Answer result() {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        Answer latest = scene.auditor.get("/audit/verifications/latest").mustBe(200);
        while (latest.text("status").equals("running")) {
            assertThat(Instant.now()).as(latest.text()).isBefore(end);
            latest = scene.auditor.get("/audit/verifications/latest").mustBe(200);
        }
        return latest;
    }

    @Test
    void a_log_that_holds_is_read_to_its_end() {
        scene.auditor.post("/audit/verifications", null).mustBe(201);
        Answer result = result();

        assertThat(result.text("status")).as(result.text()).isEqualTo("holds");
        assertThat(result.json().path("sealed").asLong())
                .isGreaterThanOrEqualTo(result.json().path("expected").asLong())
                .isPositive();
    }

    @Test
    void the_first_bad_row_is_named() {
        Scene.Chart dog = scene.dog();
        String event = Rows.text("SELECT id::text FROM audit.event WHERE patient_id = ?::uuid LIMIT 1", dog.id());
        awaitSealed(event);
        Rows.change("UPDATE audit.event SET purpose = 'planted' WHERE id = ?::uuid", event);
        try {
            scene.auditor.post("/audit/verifications", null).mustBe(201);
            Answer result = result();
            assertThat(result.text("status")).isEqualTo("broken");
            assertThat(result.text("finding")).isEqualTo("changed");
            assertThat(result.text("first_bad_event")).isEqualTo(event);
        } finally {
            Rows.change("UPDATE audit.event SET purpose = NULL WHERE id = ?::uuid", event);
        }
        scene.auditor.post("/audit/verifications", null).mustBe(201);
        assertThat(result().text("status")).isEqualTo("holds");
    }

    @Test
    void one_runs_at_a_time_and_one_that_died_with_its_server_does_not_bar_the_way() {
        plant();
        assertThat(scene.auditor.post("/audit/verifications", null).mustBe(409).text("code"))
                .isEqualTo("audit/verification-runs");
        Rows.change(
                "UPDATE audit.verification SET touched_at = now() - interval '10 minutes' WHERE status = 'RUNNING'");
        scene.auditor.post("/audit/verifications", null).mustBe(201);
        assertThat(result().text("status")).isEqualTo("holds");
    }

    private static void plant() {
        Rows.change("""
                INSERT INTO audit.verification (id, started_by, started_at, touched_at, status, expected, number, hash, xid)
                VALUES (gen_random_uuid(), gen_random_uuid(), now() - interval '1 hour', now(), 'RUNNING', 1, 0, decode(repeat('00', 32), 'hex'), '0')""");
    }

    private static void awaitSealed(String event) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Rows.count("SELECT count(*) FROM audit.seal WHERE event_id = ?::uuid", event) == 0) {
            assertThat(Instant.now()).as("sealing takes too long").isBefore(end);
            Thread.onSpinWait();
        }
    }
}
