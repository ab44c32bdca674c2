package health.chiron.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without the database no door opens, nothing of the inside is said, and the house comes back by itself (check 61). */
class LosingTheDatabaseIT {
    @Test
    void the_house_says_that_it_is_not_ready_opens_nothing_and_recovers_without_a_restart() {
        Scene scene = Scene.open();
        Api anybody = House.get().anybody();
        House.get().stack().database().kill();
        try {
            Answer health = anybody.get("/health").mustBe(503);
            assertThat(health.text("code")).isEqualTo("unavailable");
            for (Answer answer : List.of(
                    health,
                    scene.doctor.get("/patients"),
                    scene.desk.get("/auth/me"),
                    anybody.post(
                            "/auth/token", Map.of("username", scene.username("desk"), "password", Scene.PASSWORD)))) {
                answer.mustBe(503);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(answer.text()).doesNotContainIgnoringCase("sql").doesNotContainIgnoringCase("postgres");
            }
            anybody.get("/patients").mustBe(503);
        } finally {
            House.get().stack().startDatabase();
        }
        awaitHealth(anybody);
        scene.doctor.get("/patients").mustBe(200);
        assertThat(scene.dog().id())
                .as("a patient is registered, and the owner gets letters")
                .isNotBlank();
        awaitSealed(scene);
    }

    private static void awaitSealed(Scene scene) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        Answer report = scene.auditor.post("/audit/verify", null);
        // The look at the log is itself a row that waits.
        while (report.json().path("waiting").asInt() > 2 && Instant.now().isBefore(end)) {
            report = scene.auditor.post("/audit/verify", null);
        }
        assertThat(report.mustBe(200).json().path("waiting").asInt())
                .as("rows wait for their seal")
                .isLessThanOrEqualTo(2);
        assertThat(report.json().path("holds").asBoolean()).isTrue();
    }

    private static void awaitHealth(Api anybody) {
        Instant end = Instant.now().plus(Duration.ofSeconds(15));
        while (anybody.get("/health").status() != 200 && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        anybody.get("/health").mustBe(200);
    }
}
