package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.house.ServerLog;
import health.chiron.launcher.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * The clinic asks, the owner opens, the doctor works, the owner ends it: with fifty codes at once, a server that is killed, clocks that
 * are three days apart or both three days off, and everybody ending it at the same moment.
 */
class WalkingUnderFireIT {
    private final Scene scene = Scene.open();
    private final Scene.Chart dog = scene.dog();
    private final Stack stack = House.get().stack();

    @Test
    void the_walk_holds() {
        String request = scene.ask(dog).text("id");
        String code = House.get().outbox().codeTo(dog.mail(), 3);

        String grant = fiftyCodes(request, code);
        Answer draft = scene.draft(dog);
        killedAndBackWithClocksApart(request, code);

        scene.doctor
                .post("/medical-records/" + draft.text("id") + "/sign", null, draft.etag())
                .mustBe(200);
        bothClocksThreeDaysOff(grant);
        everybodyEndsIt(grant);

        scene.doctor.get("/patients/" + dog.id() + "/records").mustBe(403);
        redeem(request, code).mustBe(409);
        dog.owner().get("/patients/" + dog.id() + "/records").mustBe(200);
        assertThat(scene.auditor
                        .post("/audit/verify", null)
                        .mustBe(200)
                        .json()
                        .path("holds")
                        .asBoolean())
                .as("the chain after all this")
                .isTrue();
    }

    private String fiftyCodes(String request, String code) {
        List<Answer> answers = Race.of(50, () -> redeem(request, code));

        List<Answer> opened =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(opened).hasSize(1);
        return opened.get(0).text("id");
    }

    private void killedAndBackWithClocksApart(String request, String code) {
        stack.server().kill();
        Rows.change("CREATE SCHEMA ahead; GRANT USAGE ON SCHEMA ahead TO chiron_app;"
                + " CREATE FUNCTION ahead.clock_timestamp() RETURNS timestamptz LANGUAGE sql RETURN pg_catalog.clock_timestamp() - interval '3 days';"
                + " ALTER ROLE chiron_app SET search_path = ahead, pg_catalog, public");
        ServerLog log = ServerLog.fromHere();
        try {
            stack.startServerAnyhow(Map.of());
            log.await("the clocks of application and database are more than 2 seconds apart");
            scene.doctor.get("/patients/" + dog.id() + "/records").mustBe(503);
            redeem(request, code).mustBe(503);
            dog.owner().get("/patients/" + dog.id() + "/access").mustBe(503);
        } finally {
            Rows.change("ALTER ROLE chiron_app RESET search_path; DROP SCHEMA ahead CASCADE");
        }
        log.await("Chiron serves.");
    }

    // Rows three days older are the same as both clocks three days ahead; and back.
    private void bothClocksThreeDaysOff(String grant) {
        shift(grant, "-");
        scene.doctor.get("/patients/" + dog.id() + "/records").mustBe(403);
        shift(grant, "+");
        scene.doctor.get("/patients/" + dog.id() + "/records").mustBe(200);
    }

    private static void shift(String grant, String sign) {
        Rows.change(
                "UPDATE access.access_grant SET granted_at = granted_at " + sign
                        + " interval '3 days', expires_at = expires_at " + sign
                        + " interval '3 days' WHERE id = ?::uuid",
                grant);
    }

    private void everybodyEndsIt(String grant) {
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            acts.add(() -> dog.owner()
                    .post("/patients/" + dog.id() + "/access/revoke", Map.of("grant_id", grant))
                    .status());
            acts.add(() -> scene.desk.delete("/grants/" + grant).status());
        }
        List<Integer> statuses = Race.of(acts);

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).allMatch(status -> status == 200 || status == 409);
        assertThat(Rows.count(
                        "SELECT count(*) FROM audit.event WHERE patient_id = ?::uuid AND action = 'REVOKE' AND outcome = 'PERMITTED'",
                        dog.id()))
                .isEqualTo(1);
    }

    private Answer redeem(String request, String code) {
        return scene.desk.post("/access-requests/" + request + "/redeem", Map.of("code", code));
    }
}
