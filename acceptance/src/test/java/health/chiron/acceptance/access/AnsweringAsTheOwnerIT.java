package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The owner's side of requests: allow, refuse, offer; each request becomes one grant at most (checks 15 to 19). */
class AnsweringAsTheOwnerIT {
    private static final String ACTIVE =
            "SELECT count(*) FROM access.access_grant WHERE patient_id = ?::uuid AND ended_at IS NULL AND expires_at > now()";

    private static Scene scene;
    private static Scene other;

    @BeforeAll
    static void two_clinics() {
        scene = Scene.open();
        other = Scene.open();
    }

    @Test
    void the_owner_allows_with_a_click_and_the_doctor_reads() {
        Scene.Chart dog = scene.dog();
        String request = scene.ask(dog).text("id");
        Answer waiting = dog.owner()
                .get("/patients/" + dog.id() + "/access/requests?status=pending")
                .mustBe(200);
        assertThat(waiting.json().path("access_requests").findValuesAsText("id"))
                .containsExactly(request);

        Answer grant =
                dog.owner().post("/access-requests/" + request + "/allow", null).mustBe(201);

        assertThat(grant.text("basis")).isEqualTo("owner_decision");
        assertThat(grant.text("opened_by_name")).startsWith("Owner");
        assertThat(grant.text("requested_by_name")).startsWith("desk");
        scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(200);
        String code = House.get().outbox().codeTo(dog.mail(), 3);
        redeem(request, code).mustBe(409);
        assertThat(Rows.count(ACTIVE, dog.id())).isEqualTo(1);
    }

    @Test
    void what_was_refused_is_opened_by_nobody_any_more() {
        Scene.Chart dog = scene.dog();
        String request = scene.ask(dog).text("id");
        String code = House.get().outbox().codeTo(dog.mail(), 3);

        assertThat(dog.owner()
                        .post("/access-requests/" + request + "/refuse", null)
                        .mustBe(200)
                        .text("status"))
                .isEqualTo("refused");

        dog.owner().post("/access-requests/" + request + "/allow", null).mustBe(409);
        redeem(request, code).mustBe(409);
        scene.desk.post("/access-requests/" + request + "/code", null).mustBe(409);
        scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(403); // registered here today: known, but not open
    }

    @Test
    void nobody_but_the_owner_answers() {
        Scene.Chart dog = scene.dog();
        Scene.Chart cat = scene.dog();
        String request = scene.ask(dog).text("id");
        for (String answer : List.of("allow", "refuse")) {
            scene.desk.post("/access-requests/" + request + "/" + answer, null).mustBe(403);
            scene.doctor
                    .post("/access-requests/" + request + "/" + answer, null)
                    .mustBe(403);
            cat.owner().post("/access-requests/" + request + "/" + answer, null).mustBe(404);
            other.doctor
                    .post("/access-requests/" + request + "/" + answer, null)
                    .mustBe(404);
        }
    }

    @Test
    void the_owner_offers_and_the_clinic_of_their_choice_enters_the_digits() {
        Scene.Chart dog = scene.dog();
        int letters = House.get().outbox().to(dog.mail()).size();
        Answer offered = offer(dog, other, Map.of()).mustBe(201);
        String request = offered.text("request/id");
        assertThat(offered.text("request/origin")).isEqualTo("owner");
        assertThat(other.desk
                        .get("/clinics/" + other.clinic + "/access-requests?origin=owner")
                        .mustBe(200)
                        .json()
                        .findValuesAsText("id"))
                .contains(request);
        other.doctor.get("/patients/" + dog.id() + "/chart").mustBe(403);

        other.desk
                .post("/access-requests/" + request + "/redeem", Map.of("code", offered.text("code")))
                .mustBe(201);

        other.doctor.get("/patients/" + dog.id() + "/chart").mustBe(200);
        assertThat(House.get().outbox().to(dog.mail())).hasSize(letters);
        other.desk
                .post("/access-requests/" + request + "/redeem", Map.of("code", offered.text("code")))
                .mustBe(409);
    }

    @Test
    void an_offer_keeps_all_the_limits_of_codes() {
        Scene.Chart dog = scene.dog();
        Answer first = offer(dog, other, Map.of("by_letter", true)).mustBe(201);
        String request = first.text("request/id");
        String inTheLetter = House.get().outbox().codeTo(dog.mail(), 3);
        assertThat(inTheLetter).isEqualTo(first.text("code"));
        dog.owner()
                .post("/access-requests/" + request + "/offered-code", Map.of())
                .mustBe(429); // half a minute between two
        Rows.change(
                "UPDATE access.access_request SET last_code_at = last_code_at - interval '1 minute' WHERE id = ?::uuid",
                request);
        Answer second = dog.owner()
                .post("/access-requests/" + request + "/offered-code", Map.of())
                .mustBe(200);
        String wrong = "000000".equals(second.text("code")) ? "000001" : "000000";
        List<Integer> guesses = Race.of(
                12,
                () -> other.desk
                        .post("/access-requests/" + request + "/redeem", Map.of("code", wrong))
                        .status());
        assertThat(guesses).filteredOn(s -> s == 400).hasSize(5);
        other.desk
                .post("/access-requests/" + request + "/redeem", Map.of("code", second.text("code")))
                .mustBe(429);
        offer(dog, other, Map.of()).mustBe(429);
    }

    @Test
    void an_offered_code_dies_with_its_ten_minutes_and_with_the_next_one() {
        Scene.Chart dog = scene.dog();
        Answer offered = offer(dog, other, Map.of()).mustBe(201);
        String request = offered.text("request/id");
        Rows.change(
                "UPDATE access.one_time_code SET created_at = now() - interval '10 minutes', expires_at = now() WHERE request_id = ?::uuid",
                request);
        other.desk
                .post("/access-requests/" + request + "/redeem", Map.of("code", offered.text("code")))
                .mustBe(400);
    }

    @Test
    void allowing_refusing_and_redeeming_at_the_same_moment_open_one_grant_or_none() {
        for (int round = 0; round < 12; round++) {
            Scene.Chart dog = scene.dog();
            String request = scene.ask(dog).text("id");
            String code = House.get().outbox().codeTo(dog.mail(), 3);
            AtomicInteger turn = new AtomicInteger();
            List<Integer> statuses = Race.of(9, () -> switch (turn.getAndIncrement() % 3) {
                case 0 -> redeem(request, code).status();
                case 1 ->
                    dog.owner()
                            .post("/access-requests/" + request + "/allow", null)
                            .status();
                default ->
                    dog.owner()
                            .post("/access-requests/" + request + "/refuse", null)
                            .status();
            });
            assertThat(statuses).as("one answer wins").filteredOn(s -> s < 300).hasSize(1);
            assertThat(statuses).allMatch(s -> s < 300 || s == 409 || s == 429 || s == 400);
            long expected = Rows.text("SELECT status FROM access.access_request WHERE id = ?::uuid", request)
                            .equals("GRANTED")
                    ? 1
                    : 0;
            assertThat(Rows.count("SELECT count(*) FROM access.access_grant WHERE patient_id = ?::uuid", dog.id()))
                    .isEqualTo(expected);
        }
    }

    @Test
    void asking_for_longer_replaces_the_access_by_its_code() {
        Scene.Chart dog = scene.dog();
        String grant = scene.openTo(dog, scene.doctorId, List.of("visits"));
        int letters = House.get().outbox().to(dog.mail()).size();
        Answer request = scene.desk
                .post("/grants/" + grant + "/extend", Map.of("grant_hours", 72))
                .mustBe(201);
        assertThat(request.json().path("sections").findValuesAsText("")).isEmpty();
        assertThat(request.text("doctor_id")).isEqualTo(scene.doctorId);
        assertThat(request.json().path("sections").toString()).isEqualTo("[\"visits\"]");
        String code = House.get().outbox().codeTo(dog.mail(), letters + 1);
        redeem(request.text("id"), code).mustBe(201);
        Answer old = dog.owner().get("/grants/" + grant).mustBe(200);
        assertThat(old.text("status")).isEqualTo("revoked");
        assertThat(old.text("end_reason")).isEqualTo("replaced");
        assertThat(Rows.count(ACTIVE, dog.id())).isEqualTo(1);
        scene.desk.post("/grants/" + grant + "/extend", Map.of()).mustBe(409);
    }

    private static Answer offer(Scene.Chart chart, Scene to, Map<String, Object> more) {
        Map<String, Object> body = new java.util.HashMap<>(
                Map.of("clinic_id", to.clinic, "doctor_id", to.doctorId, "purpose", "A second opinion"));
        body.putAll(more);
        return chart.owner().post("/patients/" + chart.id() + "/access/offer", body);
    }

    private static Answer redeem(String request, String code) {
        return scene.desk.post("/access-requests/" + request + "/redeem", Map.of("code", code));
    }
}
