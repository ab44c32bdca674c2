package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Consents: what was shown is what was signed, and a withdrawal shuts the chart at once. */
class ConsentingIT {
    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    @Test
    void the_hash_is_the_one_of_the_canonical_text() throws Exception {
        Answer text = publish("communication", "Letters", "By mail.\r\nAnd by telephone.");
        String canonical = "COMMUNICATION\nen\n" + text.text("number") + "\nLetters\nBy mail.\nAnd by telephone.";
        assertThat(text.text("sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(canonical.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_text_that_was_replaced_since_it_was_shown_is_not_signed() {
        Scene.Chart dog = scene.dog();
        Answer shown = publish("treatment", "Treatment", "I agree to an examination.");
        Answer next = publish("treatment", "Treatment", "I agree to everything.");
        assertThat(next.json().path("number").asInt())
                .isEqualTo(shown.json().path("number").asInt() + 1);
        assertThat(sign(dog, shown, shown.text("sha256")).mustBe(409).text("type"))
                .endsWith("text-replaced");
        assertThat(sign(dog, next, shown.text("sha256")).mustBe(409).text("type"))
                .endsWith("text-replaced");
        Answer signed = sign(dog, next, next.text("sha256")).mustBe(201);
        publish("treatment", "Treatment", "I agree to more than that.");
        assertThat(dog.owner().get("/consents/" + signed.text("id")).mustBe(200).text("text/body"))
                .isEqualTo("I agree to everything.");
    }

    @Test
    void a_text_about_record_access_opens_nothing_in_the_portal() {
        Scene.Chart dog = scene.dog();
        Answer text = publish("record_access", "Access", "The doctors may look.");
        assertThat(sign(dog, text, text.text("sha256")).mustBe(409).text("type"))
                .endsWith("at-the-desk");
        assertThat(dog.owner()
                        .get("/patients/" + dog.id() + "/consents/to-sign/" + scene.clinic)
                        .mustBe(200)
                        .json()
                        .findValuesAsText("scope"))
                .doesNotContain("record_access");
    }

    @Test
    void the_owners_page_shows_what_clinics_with_access_and_those_signed_with_ask_and_nobody_else() {
        Scene.Chart dog = scene.dog();
        Scene withAccess = Scene.open();
        Scene signedWith = Scene.open();
        Scene stranger = Scene.open();
        List.of(withAccess, signedWith, stranger)
                .forEach(clinic -> publish(clinic, "treatment", "Of " + clinic.username("boss"), "I agree."));
        dog.owner().delete("/grants/" + withAccess.openTo(dog)).mustBe(200);
        Answer signed = publish(signedWith, "communication", "Letters", "By mail.");
        sign(dog, signed, signed.text("sha256")).mustBe(201);

        String page = House.get()
                .portal()
                .mustSignIn(dog.mail(), Scene.PASSWORD)
                .get("consents?patient=" + dog.id())
                .text();

        assertThat(page)
                .contains("Of " + withAccess.username("boss"), "Of " + signedWith.username("boss"))
                .doesNotContain("Of " + stranger.username("boss"));
    }

    @Test
    void signed_at_registration_it_opens_the_chart_and_its_withdrawal_shuts_it_at_once() {
        Scene own = Scene.open();
        Answer text = publish(own, "record_access", "Access to the record", "The doctors may look.");
        String mail = "owner-" + Scene.next() + "@example.org";
        String patient = own.desk
                .post(
                        "/patients",
                        Map.of(
                                "patient",
                                Map.of("kind", "animal", "given_name", "Rex", "sex", "male", "species", "dog"),
                                "owner",
                                Map.of("full_name", "Alex Tern", "email", mail),
                                "consent",
                                Map.of(
                                        "text_id",
                                        text.text("id"),
                                        "text_sha256",
                                        text.text("sha256"),
                                        "signed_name",
                                        "Alex Tern",
                                        "access_days",
                                        30)))
                .mustBe(201)
                .text("id");
        own.doctor.get("/patients/" + patient + "/chart").mustBe(200);
        own.desk
                .post(
                        "/patients/" + patient + "/owner/verify",
                        Map.of("code", House.get().outbox().codeTo(mail, 1)))
                .mustBe(200);
        List<String> letters = List.of(
                House.get().outbox().message(mail, 2), House.get().outbox().message(mail, 3));
        assertThat(letters).anySatisfy(letter -> assertThat(letter).contains("consent", "Access to the record"));
        String token = letters.stream()
                .filter(letter -> letter.contains("token="))
                .map(letter -> letter.replaceAll("(?s).*token=([A-Za-z0-9_-]+).*", "$1"))
                .findFirst()
                .orElseThrow();
        House.get().anybody().post("/auth/activate", Map.of("token", token, "password", Scene.PASSWORD));
        var owner = House.get().signIn(mail, Scene.PASSWORD);
        Answer consents = owner.get("/patients/" + patient + "/consents").mustBe(200);
        String consent = consents.text("consents/0/id");
        String grant = consents.text("consents/0/grant_id");
        assertThat(owner.get("/grants/" + grant).mustBe(200).text("basis")).isEqualTo("registration_consent");

        owner.post("/consents/" + consent + "/withdraw", null).mustBe(200);

        own.doctor
                .get("/patients/" + patient + "/chart")
                .mustBe(403); // who it is stays known for the day of registration
        assertThat(owner.get("/grants/" + grant).mustBe(200).text("end_reason")).isEqualTo("consent_withdrawn");
        owner.post("/consents/" + consent + "/withdraw", null).mustBe(409);
    }

    @Test
    void the_desk_takes_a_signature_while_the_registration_lasts_and_no_longer() {
        Scene own = Scene.open();
        Scene.Chart dog = own.dog();
        Answer text = publish(own, "record_access", "Access", "The doctors may look.");
        witness(own, dog, text, Map.of("access_days", 367)).mustBe(400);
        Answer signed = witness(own, dog, text, Map.of()).mustBe(201);
        assertThat(signed.text("witnessed_by")).startsWith("desk");
        assertThat(Rows.count(
                        "SELECT extract(day FROM expires_at - granted_at)::bigint FROM access.access_grant WHERE patient_id = ?::uuid",
                        dog.id()))
                .isEqualTo(90);
        own.otherDoctor.get("/patients/" + dog.id() + "/chart").mustBe(200);
        witness(Scene.open(), dog, text, Map.of()).mustBe(404);

        Scene.Chart cat = own.dog();
        Rows.change(
                "UPDATE access.registration SET ends_at = ends_at - interval '3 days' WHERE patient_id = ?::uuid",
                cat.id());
        witness(own, cat, text, Map.of()).mustBe(404);
    }

    @Test
    void whoever_reads_while_it_is_withdrawn_reads_before_or_not_at_all() {
        Scene own = Scene.open();
        Scene.Chart dog = own.dog();
        Answer text = publish(own, "record_access", "Access", "The doctors may look.");
        String consent = witness(own, dog, text, Map.of()).mustBe(201).text("id");
        AtomicInteger turn = new AtomicInteger();
        List<Integer> statuses = Race.of(
                16,
                () -> turn.getAndIncrement() == 8
                        ? dog.owner()
                                .post("/consents/" + consent + "/withdraw", null)
                                .status()
                        : own.doctor.get("/patients/" + dog.id() + "/chart").status());
        assertThat(statuses).allMatch(s -> s == 200 || s == 403 || s == 404);
        own.doctor.get("/patients/" + dog.id() + "/chart").mustBe(403);
        assertThat(Rows.count("""
                        SELECT count(*) FROM audit.event e JOIN access.consent c ON c.id = ?::uuid
                         WHERE e.patient_id = ?::uuid AND e.relationship = 'GRANT' AND e.outcome = 'PERMITTED'
                           AND e.occurred_at > c.withdrawn_at + interval '5 seconds'""", consent, dog.id())).isZero();
    }

    private static Answer publish(String scope, String title, String body) {
        return publish(scene, scope, title, body);
    }

    private static Answer publish(Scene by, String scope, String title, String body) {
        return by.boss
                .post(
                        "/clinics/" + by.clinic + "/consent-texts",
                        Map.of("scope", scope, "language", "en", "title", title, "body", body))
                .mustBe(201);
    }

    private static Answer sign(Scene.Chart chart, Answer text, String hash) {
        return chart.owner()
                .post(
                        "/patients/" + chart.id() + "/consents",
                        Map.of("text_id", text.text("id"), "text_sha256", hash, "signed_name", "Alex Tern"));
    }

    private static Answer witness(Scene by, Scene.Chart chart, Answer text, Map<String, Object> more) {
        Map<String, Object> consent = new HashMap<>(
                Map.of("text_id", text.text("id"), "text_sha256", text.text("sha256"), "signed_name", "Alex Tern"));
        consent.putAll(more);
        return by.desk.post("/patients/" + chart.id() + "/consents/witnessed", Map.of("consent", consent));
    }
}
