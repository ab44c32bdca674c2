package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.DatabaseCopy;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Outbox;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.house.Seals;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Nothing that a code or a refresh token has become lives in the server's memory: after a kill, and after a backup was restored, it is
 * what it was (checks 18 and 24).
 */
class KillingTheServerIT {
    private final Scene scene = Scene.open();
    private final Outbox outbox = House.get().outbox();

    /** A request with its code. */
    private record Asked(Scene.Chart chart, String request, String code) {
        String wrong() {
            return code.equals("000000") ? "000001" : "000000";
        }
    }

    private Asked ask() {
        Scene.Chart dog = scene.dog();
        String request = scene.ask(dog).text("id");
        return new Asked(dog, request, outbox.codeTo(dog.mail(), 3));
    }

    private Answer redeem(Asked asked, String code) {
        return scene.desk.post("/access-requests/" + asked.request() + "/redeem", Map.of("code", code));
    }

    private Answer tokens() {
        return House.get()
                .anybody()
                .post("/auth/token", Map.of("username", scene.username("bee"), "password", Scene.PASSWORD))
                .mustBe(200);
    }

    private static Answer refresh(Answer tokens) {
        return House.get().anybody().post("/auth/refresh", Map.of("refresh_token", tokens.text("refresh_token")));
    }

    private static long tries(Asked asked) {
        return Rows.count(
                "SELECT tries FROM access.code_tries WHERE patient_id = ?::uuid",
                asked.chart().id());
    }

    @Test
    void used_revoked_replaced_and_locked_codes_stay_so_and_tries_stay_counted() {
        everythingStaysAfter(() -> {
            House.get().stack().server().kill();
            House.get().stack().startServer();
        });
    }

    @Test
    void so_they_do_when_the_database_is_lost_and_a_backup_of_it_is_restored() {
        everythingStaysAfter(() -> {
            // What the chain has published must be in the backup: afterwards nothing is done any more.
            Seals.awaitAll(Duration.ofSeconds(60));
            DatabaseCopy backup = DatabaseCopy.take();
            House.get().stack().server().kill();
            backup.restore();
            House.get().stack().startServer();
        });
    }

    private void everythingStaysAfter(Runnable accident) {
        Asked used = ask();
        String grant = redeem(used, used.code()).mustBe(201).text("id");
        used.chart().owner().post("/grants/" + grant + "/revoke", null).mustBe(200);
        Asked cancelled = ask();
        scene.desk.delete("/access-requests/" + cancelled.request()).mustBe(200);
        Asked replaced = ask();
        Rows.change(
                "UPDATE access.access_request SET last_code_at = last_code_at - interval '1 minute' WHERE id = ?::uuid",
                replaced.request());
        scene.desk
                .post("/access-requests/" + replaced.request() + "/code", null)
                .mustBe(200);
        String second = outbox.codeTo(replaced.chart().mail(), 4);
        Asked tried = ask();
        for (int i = 0; i < 3; i++) {
            redeem(tried, tried.wrong()).mustBe(400);
        }
        Asked locked = ask();
        for (int i = 0; i < 5; i++) {
            redeem(locked, locked.wrong()).mustBe(400);
        }
        redeem(locked, locked.code()).mustBe(429);

        Answer refreshed = tokens();
        Answer renewed = refresh(refreshed).mustBe(200);
        Answer unused = tokens();

        accident.run();

        refresh(refreshed).mustBe(401);
        refresh(renewed).mustBe(401); // one of the two that hold it is a thief: nobody goes on
        Answer next = refresh(unused).mustBe(200);
        refresh(unused).mustBe(401);
        refresh(next).mustBe(401);

        redeem(used, used.code()).mustBe(409);
        scene.doctor.get("/patients/" + used.chart().id() + "/chart").mustBe(403);
        redeem(cancelled, cancelled.code()).mustBe(409);
        if (!replaced.code().equals(second)) {
            redeem(replaced, replaced.code()).mustBe(400);
        }
        redeem(replaced, second).mustBe(201);
        redeem(locked, locked.code()).mustBe(429);
        assertThat(tries(locked)).isEqualTo(5);
        assertThat(tries(tried)).isEqualTo(3);
        redeem(tried, tried.wrong()).mustBe(400);
        redeem(tried, tried.wrong()).mustBe(400);
        redeem(tried, tried.code()).mustBe(429);
        assertThat(scene.auditor
                        .post("/audit/verify", null)
                        .mustBe(200)
                        .json()
                        .path("holds")
                        .asBoolean())
                .as("the chain afterwards")
                .isTrue();
    }
}
