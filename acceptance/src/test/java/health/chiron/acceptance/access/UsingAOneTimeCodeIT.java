package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One-time codes: used once, guessed five times at most, bound to what they are for (checks 15, 16, 19, 20, 21). */
class UsingAOneTimeCodeIT {
    private static final int ROUNDS = 10;

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
        List<Integer> guesses = Race.of(20, () -> redeem(request, wrong(code)).status());
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
    void guesses_from_everywhere_and_over_new_codes_are_judged_five_times_in_all() {
        Scene.Chart dog = scene.dog();
        String request = scene.ask(dog).text("id");
        String first = House.get().outbox().codeTo(dog.mail(), 3);
        for (int i = 0; i < 2; i++) {
            redeem(request, wrong(first)).mustBe(400);
        }
        Rows.change(
                "UPDATE access.access_request SET last_code_at = last_code_at - interval '1 minute' WHERE id = ?::uuid",
                request);
        scene.desk.post("/access-requests/" + request + "/code", null).mustBe(200);
        String second = House.get().outbox().codeTo(dog.mail(), 4);
        List<Api> clinic = List.of(scene.desk, scene.doctor, scene.otherDoctor, scene.boss);
        AtomicInteger next = new AtomicInteger();
        List<Integer> statuses = Race.of(64, () -> {
            int i = next.getAndIncrement();
            return clinic.get(i % clinic.size())
                    .send(
                            "POST",
                            "/access-requests/" + request + "/redeem",
                            Map.of("code", wrong(second)),
                            Map.of("X-Forwarded-For", "198.51.100." + i, "Forwarded", "for=203.0.113." + i))
                    .status();
        });

        assertThat(statuses).filteredOn(s -> s == 400).hasSize(3);
        assertThat(statuses).filteredOn(s -> s == 429).hasSize(61);
        assertThat(Rows.count("SELECT tries FROM access.code_tries WHERE patient_id = ?::uuid", dog.id()))
                .isEqualTo(5);
        redeem(request, second).mustBe(429);
        scene.desk.post("/access-requests/" + request + "/code", null).mustBe(429);
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    @Test
    void a_code_is_dead_when_its_ten_minutes_are_over() {
        redeemWithSecondsLeft(0).mustBe(400);
    }

    @Test
    void a_code_still_opens_seconds_before_its_end() {
        redeemWithSecondsLeft(5).mustBe(201);
    }

    private static Answer redeemWithSecondsLeft(int seconds) {
        Scene.Chart dog = scene.dog();
        String request = scene.ask(dog).text("id");
        String code = House.get().outbox().codeTo(dog.mail(), 3);
        Rows.change(
                "UPDATE access.one_time_code SET created_at = now() - interval '10 minutes' + ? * interval '1 second', expires_at = now() + ? * interval '1 second' WHERE request_id = ?::uuid",
                seconds,
                seconds,
                request);
        return redeem(request, code);
    }

    /** The database keeps only a keyed hash; nothing that anybody but the owner reads holds the digits. */
    @Test
    void a_code_stands_in_the_message_and_nowhere_else() throws IOException {
        for (int i = 0; i < 5; i++) {
            Scene.Chart dog = scene.dog();
            Answer asked = scene.ask(dog);
            String request = asked.text("id");
            String code = House.get().outbox().codeTo(dog.mail(), 3);
            redeem(request, wrong(code)).mustBe(400);
            Answer opened = redeem(request, code).mustBe(201);
            String contactCode = House.get().outbox().codeTo(dog.mail(), 1);
            String answers = Stream.of(
                            asked,
                            opened,
                            scene.desk.get("/access-requests/" + request),
                            scene.desk.get("/clinics/" + scene.clinic + "/access-requests"),
                            scene.boss.get("/clinics/" + scene.clinic + "/audit"),
                            dog.owner().get("/patients/" + dog.id() + "/audit"))
                    .map(answer -> answer.mustBe(answer == asked || answer == opened ? 201 : 200)
                            .text())
                    .collect(Collectors.joining());
            for (String digits : List.of(code, contactCode)) {
                Pattern alone = Pattern.compile("(?<![0-9A-Za-z.+-])" + digits + "(?![0-9A-Za-z-])");
                assertThat(answers).doesNotContainPattern(alone);
                assertThat(columnsWith(digits)).isEmpty();
                for (String log : logs()) {
                    assertThat(log).doesNotContainPattern(alone);
                }
            }
            for (String log : logs()) {
                assertThat(log).doesNotContain("Code: ").doesNotContain(dog.mail());
            }
        }
    }

    private static List<String> columnsWith(String digits) {
        return Rows.texts("""
                        SELECT format('SELECT %L WHERE EXISTS (SELECT FROM %I.%I WHERE %I::text ~ %L)',
                                      table_schema || '.' || table_name || '.' || column_name, table_schema, table_name, column_name,
                                      '(^|[^0-9])' || ? || '([^0-9]|$)')
                          FROM information_schema.columns
                         WHERE table_schema IN ('access','audit','records','interop','ops') AND data_type IN ('text','character varying','jsonb','json')""", digits).stream()
                .flatMap(query -> Rows.texts(query).stream())
                .toList();
    }

    private static List<String> logs() throws IOException {
        try (var files = Files.list(House.get().stack().data().logs())) {
            List<String> texts = new ArrayList<>();
            for (Path log : files.toList()) {
                texts.add(Files.readString(log));
            }
            return texts;
        }
    }

    private static Answer redeem(String request, String code) {
        return scene.desk.post("/access-requests/" + request + "/redeem", Map.of("code", code));
    }
}
