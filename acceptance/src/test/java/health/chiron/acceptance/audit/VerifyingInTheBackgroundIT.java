package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.house.ServerLog;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A verification that goes on by itself ends with a result, and says the same as the one that is waited for. */
class VerifyingInTheBackgroundIT {
    private static final String JOB = "00000000-0000-7000-8000-000000000047";

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

    @Test
    void what_nobody_asked_for_finds_a_tampered_row_and_raises_the_alarm_until_it_holds() {
        String mail = scene.username("audit") + "@example.org";
        Rows.change(
                "UPDATE access.account SET email = ?, email_verified_at = now() WHERE username = ?",
                mail,
                scene.username("audit"));
        Scene.Chart dog = scene.dog();
        String event = Rows.text("SELECT id::text FROM audit.event WHERE patient_id = ?::uuid LIMIT 1", dog.id());
        awaitSealed(event);
        ServerLog log = ServerLog.fromHere();
        Rows.change("UPDATE audit.event SET purpose = 'planted' WHERE id = ?::uuid", event);
        try {
            due();
            log.await("CHIRON-AUDIT-BROKEN");
            assertThat(House.get().outbox().about(mail, "The access log needs you now"))
                    .contains("/portal/proof")
                    .doesNotContain(event);
            Answer above = oversight();
            assertThat(above.text("alarm/state")).as(above.text()).isEqualTo("broken");
            assertThat(above.text("alarm/finding")).isEqualTo("changed");
            assertThat(House.get()
                            .portal()
                            .mustSignIn(scene.username("audit"), Scene.PASSWORD)
                            .get("oversight")
                            .text())
                    .contains("The access log does not hold");
            assertThat(scene.boss
                            .get("/clinics/" + scene.clinic + "/audit/oversight?from=2026-11-01&until=2026-11-30")
                            .mustBe(200)
                            .json()
                            .has("alarm"))
                    .isFalse();
        } finally {
            Rows.change("UPDATE audit.event SET purpose = NULL WHERE id = ?::uuid", event);
        }
        due();
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (Rows.count(
                        "SELECT count(*) FROM audit.verification WHERE started_by = ?::uuid AND status = 'HOLDS'", JOB)
                == 0) {
            assertThat(Instant.now()).as("nothing runs").isBefore(end);
            Thread.onSpinWait();
        }
        assertThat(oversight().json().has("alarm")).isFalse();
        // One for each time it was due, by the job's own name, and in the log.
        assertThat(Rows.count("SELECT count(*) FROM audit.verification WHERE started_by = ?::uuid", JOB))
                .isEqualTo(1);
        assertThat(Rows.count(
                        "SELECT count(*) FROM audit.event WHERE account_id = ?::uuid AND action = 'VERIFY' AND channel = 'JOB'",
                        JOB))
                .isGreaterThanOrEqualTo(2);
        assertThat(House.get().outbox().allAbout(mail, "The access log needs you now"))
                .hasSize(1);
    }

    private Answer oversight() {
        return scene.auditor
                .get("/audit/oversight?from=2026-11-01&until=2026-11-30")
                .mustBe(200);
    }

    /** As if the night had come and nothing had run yet. */
    private static void due() {
        Rows.change("DELETE FROM audit.verification WHERE started_by = ?::uuid", JOB);
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
