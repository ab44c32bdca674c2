package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One-time codes: used once, guessed five times at most, bound to what they are for (checks 15, 16, 19, 20, 21). */
class UsingAOneTimeCodeIT {
    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    @Test
    void fifty_posts_of_the_right_code_open_one_grant() {
        openInRounds(5);
    }

    /** A hundred times, or as often as CHIRON_CODE_ROUNDS says. */
    @Test
    @Tag("slow")
    void fifty_posts_of_the_right_code_open_one_grant_a_hundred_times() {
        openInRounds(Integer.parseInt(System.getenv().getOrDefault("CHIRON_CODE_ROUNDS", "100")));
    }

    private static void openInRounds(int rounds) {
        for (int round = 0; round < rounds; round++) {
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
        System.out.println("one-time codes: " + rounds + " rounds of fifty, one grant in each");
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

    /** Nor another doctor's of the same patient and clinic. */
    @Test
    void a_code_opens_no_other_request_of_the_same_clinic() {
        Scene.Chart dog = scene.dog();
        String first = scene.ask(dog).text("id");
        String second = scene.desk
                .post(
                        "/patients/" + dog.id() + "/access/request",
                        Map.of("doctor_id", scene.otherDoctorId, "purpose", "A second look at the hip"))
                .mustBe(201)
                .text("id");
        String code = House.get().outbox().codeTo(dog.mail(), 3);
        redeem(second, code).mustBe(400);
        redeem(first, code).mustBe(201);
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
    void guesses_from_everywhere_over_new_codes_and_new_requests_are_judged_five_times_in_all() {
        Scene.Chart dog = scene.dog();
        String first = scene.ask(dog).text("id");
        redeem(first, wrong(House.get().outbox().codeTo(dog.mail(), 3))).mustBe(400);
        Rows.change(
                "UPDATE access.access_request SET last_code_at = last_code_at - interval '1 minute' WHERE id = ?::uuid",
                first);
        scene.desk.post("/access-requests/" + first + "/code", null).mustBe(200);
        redeem(first, wrong(House.get().outbox().codeTo(dog.mail(), 4))).mustBe(400);
        scene.desk.delete("/access-requests/" + first).mustBe(200);
        String request = scene.ask(dog).text("id");
        String code = House.get().outbox().codeTo(dog.mail(), 5);
        guess(dog, request, wrong(code), 64, 3);

        redeem(request, code).mustBe(429);
        latest(scene.desk, dog, code, Map.of()).mustBe(429);
        Portal desk = House.get().portal().mustSignIn(scene.username("desk"), Scene.PASSWORD);
        Map<String, String> form = desk.get("code?request=" + request).form("enter");
        form.put("enter:code", code);
        form.put("enter:go", "");
        assertThat(desk.post("code?request=" + request, form).text())
                .contains("There were too many codes for this patient");
        assertThat(Rows.count("SELECT count(*) FROM access.access_grant WHERE patient_id = ?::uuid", dog.id()))
                .isZero();
        scene.desk.post("/access-requests/" + request + "/code", null).mustBe(429);
    }

    /** Ten thousand, or as many as CHIRON_GUESSES says: one after the other, then 64 at a time. */
    @Test
    @Tag("slow")
    void ten_thousand_guesses_are_judged_five_times() {
        int guesses = Integer.parseInt(System.getenv().getOrDefault("CHIRON_GUESSES", "10000"));
        Scene.Chart dog = scene.dog();
        String request = scene.ask(dog).text("id");
        String code = House.get().outbox().codeTo(dog.mail(), 3);
        for (int i = 0; i < guesses / 2; i++) {
            assertThat(redeem(request, wrong(code)).status()).isEqualTo(i < 5 ? 400 : 429);
        }
        for (int i = 0; i < guesses / 2; i += 64) {
            guess(dog, request, wrong(code), 64, 0);
        }
        redeem(request, code).mustBe(429);
        System.out.println("one-time codes: of " + guesses + " guesses five were judged");
    }

    /** By everybody of the clinic at once, at both doors that take a code, from addresses that say they are others. */
    private static void guess(Scene.Chart dog, String request, String wrong, int times, int judged) {
        List<Api> clinic = List.of(scene.desk, scene.doctor, scene.otherDoctor, scene.boss);
        AtomicInteger next = new AtomicInteger();
        List<Integer> statuses = Race.of(times, () -> {
            int i = next.getAndIncrement();
            Api who = clinic.get(i % clinic.size());
            Map<String, String> from = Map.of("X-Forwarded-For", "198.51.100." + i, "Forwarded", "for=203.0.113." + i);
            return i / clinic.size() % 2 == 0
                    ? who.send("POST", "/access-requests/" + request + "/redeem", Map.of("code", wrong), from)
                            .status()
                    : latest(who, dog, wrong, from).status();
        });
        assertThat(statuses).filteredOn(s -> s == 400).hasSize(judged);
        assertThat(statuses).filteredOn(s -> s == 429).hasSize(times - judged);
        assertThat(Rows.count("SELECT tries FROM access.code_tries WHERE patient_id = ?::uuid", dog.id()))
                .isEqualTo(5);
    }

    /** The other door: for the latest request about a patient. */
    private static Answer latest(Api who, Scene.Chart dog, String code, Map<String, String> headers) {
        return who.send("POST", "/patients/" + dog.id() + "/access/grant", Map.of("code", code), headers);
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

    /** The code that proves a contact at the desk: five tries each, and fifteen in a day however many are sent. */
    @Test
    void the_code_of_a_contact_is_guessed_five_times_and_over_new_ones_fifteen() {
        String mail = "guessed-" + Scene.next() + "@example.org";
        String patient = scene.desk
                .post(
                        "/patients",
                        Map.of(
                                "patient",
                                Map.of("kind", "animal", "given_name", "Rex", "sex", "male", "species", "dog"),
                                "owner",
                                Map.of("full_name", "Somebody", "email", mail)))
                .mustBe(201)
                .text("id");
        for (int sent = 1; sent <= 3; sent++) {
            String code = House.get().outbox().codeTo(mail, sent);
            List<Integer> statuses =
                    Race.of(20, () -> prove(patient, wrong(code)).status());
            assertThat(statuses).filteredOn(s -> s == 400).hasSize(5);
            assertThat(statuses).filteredOn(s -> s == 429).hasSize(15);
            prove(patient, code).mustBe(429);
            sendAnother(patient, mail);
        }
        prove(patient, House.get().outbox().codeTo(mail, 4)).mustBe(429);
        // A day later it goes on.
        Rows.change(
                "UPDATE access.account_proof SET created_at = created_at - interval '25 hours' WHERE tries > 0 AND account_id = (SELECT id FROM access.account WHERE email = ?)",
                mail);
        prove(patient, House.get().outbox().codeTo(mail, 4)).mustBe(200);
    }

    private static Answer prove(String patient, String code) {
        return scene.desk.post("/patients/" + patient + "/owner/verify", Map.of("code", code));
    }

    private static void sendAnother(String patient, String mail) {
        Rows.change(
                "UPDATE access.account_proof SET created_at = created_at - interval '1 minute' WHERE account_id = (SELECT id FROM access.account WHERE email = ?)",
                mail);
        scene.desk.post("/patients/" + patient + "/owner/code", null).mustBe(200);
    }

    private static Answer redeem(String request, String code) {
        return scene.desk.post("/access-requests/" + request + "/redeem", Map.of("code", code));
    }
}
