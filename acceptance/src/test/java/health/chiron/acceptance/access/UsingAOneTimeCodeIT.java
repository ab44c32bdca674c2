package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One-time codes: used once, guessed five times at most, bound to what they are for (checks 15, 16, 19, 20, 21). */
class UsingAOneTimeCodeIT {
    private static final int ROUNDS = 5;

    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    @Test
    void fifty_posts_of_the_right_code_open_one_grant() {
        for (int round = 0; round < ROUNDS; round++) {
            Scene.Chart dog = scene.dog();
            String request = scene.ask(dog).text("id");
            String code = House.get().outbox().codeTo(dog.mail(), 3);
            List<Integer> statuses = Race.of(50, () -> redeem(request, code).status());
            assertThat(statuses).filteredOn(s -> s == 201).hasSize(1);
            assertThat(statuses).allMatch(s -> s == 201 || s == 400 || s == 409 || s == 429);
            assertThat(Rows.count("SELECT count(*) FROM access.access_grant WHERE patient_id = ?::uuid", dog.id()))
                    .isEqualTo(1);
            assertThat(Rows.count(
                            "SELECT count(*) FROM audit.event WHERE patient_id = ?::uuid AND action = 'GRANT' AND outcome = 'PERMITTED'",
                            dog.id()))
                    .isEqualTo(1);
        }
    }

    @Test
    void after_five_wrong_codes_the_right_one_is_refused_and_no_new_one_is_sent() {
        Scene.Chart dog = scene.dog();
        String request = scene.ask(dog).text("id");
        String code = House.get().outbox().codeTo(dog.mail(), 3);
        String wrong = code.equals("000000") ? "000001" : "000000";
        List<Integer> guesses = Race.of(20, () -> redeem(request, wrong).status());
        assertThat(guesses).filteredOn(s -> s == 400).hasSize(5);
        assertThat(guesses).filteredOn(s -> s == 429).hasSize(15);
        redeem(request, code).mustBe(429);
        Answer again = scene.desk.post(
                "/patients/" + dog.id() + "/access/request",
                Map.of("doctor_id", scene.doctorId, "purpose", "Check of the hip"));
        again.mustBe(429);
        assertThat(again.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void a_code_opens_no_other_request() {
        Scene.Chart dog = scene.dog();
        Scene.Chart cat = scene.dog();
        String forDog = scene.ask(dog).text("id");
        String forCat = scene.ask(cat).text("id");
        String code = House.get().outbox().codeTo(dog.mail(), 3);
        redeem(forCat, code).mustBe(400);
        redeem(forDog, code).mustBe(201);
    }

    @Test
    void a_code_serves_no_other_clinic() {
        Scene.Chart dog = scene.dog();
        Scene other = Scene.open();
        String request = scene.ask(dog).text("id");
        String code = House.get().outbox().codeTo(dog.mail(), 3);
        other.desk
                .post("/access-requests/" + request + "/redeem", Map.of("code", code))
                .mustBe(404);
        redeem(request, code).mustBe(201);
    }

    @Test
    void a_new_code_ends_the_one_before() {
        Scene.Chart dog = scene.dog();
        String request = scene.ask(dog).text("id");
        String first = House.get().outbox().codeTo(dog.mail(), 3);
        scene.desk.post("/access-requests/" + request + "/code", null).mustBe(429); // half a minute between two
        Rows.change(
                "UPDATE access.access_request SET last_code_at = last_code_at - interval '1 minute' WHERE id = ?::uuid",
                request);
        scene.desk.post("/access-requests/" + request + "/code", null).mustBe(200);
        String second = House.get().outbox().codeTo(dog.mail(), 4);
        if (!first.equals(second)) {
            redeem(request, first).mustBe(400);
        }
        redeem(request, second).mustBe(201);
    }

    @Test
    void a_code_dies_after_ten_minutes() {
        Scene.Chart dog = scene.dog();
        String request = scene.ask(dog).text("id");
        String code = House.get().outbox().codeTo(dog.mail(), 3);
        Rows.change(
                "UPDATE access.one_time_code SET created_at = created_at - interval '601 seconds', expires_at = expires_at - interval '601 seconds' WHERE request_id = ?::uuid",
                request);
        redeem(request, code).mustBe(400);
    }

    @Test
    void a_code_still_opens_just_before_its_end() {
        Scene.Chart dog = scene.dog();
        String request = scene.ask(dog).text("id");
        String code = House.get().outbox().codeTo(dog.mail(), 3);
        Rows.change(
                "UPDATE access.one_time_code SET created_at = created_at - interval '580 seconds', expires_at = expires_at - interval '580 seconds' WHERE request_id = ?::uuid",
                request);
        redeem(request, code).mustBe(201);
    }

    @Test
    void a_code_stands_in_the_message_and_nowhere_else() throws IOException {
        Scene.Chart dog = scene.dog();
        Answer asked = scene.ask(dog);
        String code = House.get().outbox().codeTo(dog.mail(), 3);
        assertThat(asked.text()).doesNotContain(code);
        assertThat(
                        Rows.texts(
                                "SELECT column_name FROM information_schema.columns WHERE table_name = 'one_time_code' AND data_type IN ('text','character varying')"))
                .containsExactlyInAnyOrder("channel", "masked_target", "delivery");
        assertThat(Rows.count(
                        "SELECT count(*) FROM audit.event WHERE concat_ws('|', operation, purpose, reason, request_id, address) LIKE '%' || ? || '%' AND patient_id = ?::uuid",
                        code, dog.id()))
                .isZero();
        Path logs = House.get().stack().data().logs();
        try (var files = Files.list(logs)) {
            for (Path log : files.toList()) {
                assertThat(Files.readString(log))
                        .as(log.toString())
                        .doesNotContain("Code: ")
                        .doesNotContain(dog.mail());
            }
        }
    }

    private static Answer redeem(String request, String code) {
        return scene.desk.post("/access-requests/" + request + "/redeem", Map.of("code", code));
    }
}
