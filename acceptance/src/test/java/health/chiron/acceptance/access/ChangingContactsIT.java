package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Outbox;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How somebody is reached and called: by the holder, with a proof of the new contact, and by administrators before anybody holds it. */
class ChangingContactsIT {
    private static final String CODE = "Code to confirm your new contact";
    private static final String CHANGED = "How you are reached was changed";

    private static Scene scene;

    private final Outbox outbox = House.get().outbox();
    private Scene.Chart chart;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    @BeforeEach
    void somebody_with_a_proven_contact() {
        chart = scene.dog();
        later(chart.mail());
    }

    private static String address() {
        return "moved-" + Scene.next() + "@example.org";
    }

    private static String number() {
        return "+4930" + (1_000_000 + Integer.parseInt(Scene.next(), 36) % 9_000_000);
    }

    private static Answer begin(Api who, String field, String contact) {
        return who.post("/auth/me/contacts", Map.of(field, contact, "password", Scene.PASSWORD));
    }

    private static Answer confirm(Api who, String code) {
        return who.post("/auth/me/contacts/confirm", Map.of("code", code));
    }

    private static Answer remove(Api who, String contact) {
        return who.post("/auth/me/contacts/remove", Map.of("contact", contact, "password", Scene.PASSWORD));
    }

    private String code(String contact) {
        String letter = outbox.about(contact, CODE);
        return letter.replaceAll("(?s).*Code: (\\d{6}).*", "$1");
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private void move(String field, String contact) {
        begin(chart.owner(), field, contact).mustBe(200);
        confirm(chart.owner(), code(contact)).mustBe(200);
    }

    /** As if the last code had been sent half a minute ago. */
    private static void later(String mail) {
        Rows.change(
                "UPDATE access.account_proof SET created_at = created_at - interval '31 seconds' WHERE account_id = (SELECT id FROM access.account WHERE username = ?)",
                mail);
    }

    @Test
    void a_new_address_counts_when_its_code_has_come_back_and_the_old_one_is_told() {
        String fresh = address();
        Api owner = chart.owner();
        assertThat(owner.post("/auth/me/contacts", Map.of("email", fresh, "password", "wrong-Password-1"))
                        .mustBe(400)
                        .fields())
                .containsExactly("password");
        assertThat(owner.post(
                                "/auth/me/contacts",
                                Map.of("email", fresh, "phone", number(), "password", Scene.PASSWORD))
                        .mustBe(400)
                        .fields())
                .containsExactly("email");
        assertThat(begin(owner, "email", chart.mail()).mustBe(400).fields()).containsExactly("email");
        confirm(owner, "123456").mustBe(409);

        assertThat(begin(owner, "email", fresh.toUpperCase(java.util.Locale.ROOT))
                        .mustBe(200)
                        .text("waiting_for"))
                .isEqualTo(fresh);
        String code = code(fresh);
        assertThat(owner.get("/auth/me/contacts").mustBe(200).text("email")).isEqualTo(chart.mail());
        assertThat(confirm(owner, other(code)).mustBe(400).fields()).containsExactly("code");
        assertThat(outbox.allAbout(chart.mail(), CHANGED)).isEmpty();

        Answer moved = confirm(owner, " " + code + " ").mustBe(200);

        assertThat(moved.text("email")).isEqualTo(fresh);
        assertThat(moved.json().path("email_verified").asBoolean()).isTrue();
        assertThat(moved.json().path("waiting_for").isNull()
                        || moved.json().path("waiting_for").isMissingNode())
                .isTrue();
        assertThat(outbox.about(chart.mail(), CHANGED)).contains(chart.mail());
        assertThat(outbox.allAbout(fresh, CHANGED)).isEmpty();
        confirm(owner, code).mustBe(409);
        // The sign-in name stays.
        House.get().signIn(chart.mail(), Scene.PASSWORD).get("/auth/me").mustBe(200);
        assertThat(Rows.texts(
                        "SELECT operation || ' ' || outcome FROM audit.event WHERE account_id = (SELECT id FROM access.account WHERE username = ?) AND operation LIKE 'OwnContacts.%' AND outcome = 'PERMITTED'",
                        chart.mail()))
                .contains("OwnContacts.begin PERMITTED", "OwnContacts.confirm PERMITTED");
    }

    @Test
    void whether_somebody_else_has_an_address_is_not_said_and_it_stays_theirs() {
        Scene.Chart neighbour = scene.dog();
        Answer taken = begin(chart.owner(), "email", neighbour.mail()).mustBe(200);
        String code = code(neighbour.mail());
        later(chart.mail());
        Answer free = begin(chart.owner(), "email", address()).mustBe(200);
        assertThat(taken.json().properties().stream().map(Map.Entry::getKey))
                .containsExactlyElementsOf(
                        free.json().properties().stream().map(Map.Entry::getKey).toList());
        // The code before the last one is dead.
        confirm(chart.owner(), code).mustBe(400);

        // Only who reads that mailbox learns it.
        later(chart.mail());
        begin(chart.owner(), "email", neighbour.mail()).mustBe(200);
        assertThat(confirm(chart.owner(), lastCode(neighbour.mail(), 2))
                        .mustBe(409)
                        .text("code"))
                .isEqualTo("account/email-taken");
        assertThat(chart.owner().get("/auth/me/contacts").text("email")).isEqualTo(chart.mail());
        assertThat(neighbour.owner().get("/auth/me/contacts").text("email")).isEqualTo(neighbour.mail());
    }

    private String lastCode(String contact, int letters) {
        outbox.allAbout(contact, CODE, letters);
        return code(contact);
    }

    @Test
    void a_code_for_another_contact_proves_nothing_at_the_desk() {
        String fresh = address();
        begin(chart.owner(), "email", fresh).mustBe(200);
        String code = code(fresh);
        Rows.change("UPDATE access.account SET email_verified_at = NULL WHERE username = ?", chart.mail());

        assertThat(scene.desk
                        .post("/patients/" + chart.id() + "/owner/verify", Map.of("code", code))
                        .mustBe(409)
                        .text("code"))
                .isEqualTo("owner/no-code");
    }

    @Test
    void one_confirmed_contact_always_stays() {
        String phone = number();
        assertThat(remove(chart.owner(), "email").mustBe(409).text("code")).isEqualTo("account/last-contact");
        assertThat(remove(chart.owner(), "phone").mustBe(409).text("code")).isEqualTo("account/no-such-contact");
        move("phone", phone);
        assertThat(outbox.about(chart.mail(), CHANGED)).isNotBlank();

        assertThat(chart.owner()
                        .post("/auth/me/contacts/remove", Map.of("contact", "email", "password", "wrong-Password-1"))
                        .mustBe(400)
                        .fields())
                .containsExactly("password");
        Answer left = remove(chart.owner(), "email").mustBe(200);

        assertThat(left.text("phone")).isEqualTo(phone);
        assertThat(outbox.allAbout(chart.mail(), CHANGED, 2)).hasSize(2);
        assertThat(remove(chart.owner(), "phone").mustBe(409).text("code")).isEqualTo("account/last-contact");
        assertThat(Rows.text("SELECT coalesce(email, 'none') FROM access.account WHERE username = ?", chart.mail()))
                .isEqualTo("none");
    }

    @Test
    void codes_are_not_guessed_however_many_are_sent() {
        String fresh = address();
        for (int sent = 0; sent < 3; sent++) {
            begin(chart.owner(), "email", fresh).mustBe(200);
            String code = lastCode(fresh, sent + 1);
            for (int i = 0; i < 5; i++) {
                confirm(chart.owner(), other(code)).mustBe(400);
            }
            confirm(chart.owner(), code).mustBe(429);
            begin(chart.owner(), "email", fresh).mustBe(429);
            later(chart.mail());
        }
        begin(chart.owner(), "email", fresh).mustBe(200);
        confirm(chart.owner(), lastCode(fresh, 4)).mustBe(429);
        assertThat(chart.owner().get("/auth/me/contacts").text("email")).isEqualTo(chart.mail());
    }

    @Test
    void an_address_goes_to_one_of_two_who_confirm_it_at_once_and_a_code_works_once() {
        String fresh = address();
        Scene.Chart rival = scene.dog();
        later(rival.mail());
        begin(chart.owner(), "email", fresh).mustBe(200);
        String mine = lastCode(fresh, 1);
        begin(rival.owner(), "email", fresh).mustBe(200);
        String theirs = lastCode(fresh, 2);
        List<Callable<Answer>> acts = List.of(
                () -> confirm(chart.owner(), mine),
                () -> confirm(chart.owner(), mine),
                () -> confirm(rival.owner(), theirs),
                () -> confirm(rival.owner(), theirs));

        List<Integer> ends = Race.of(acts).stream().map(Answer::status).toList();

        assertThat(ends).filteredOn(status -> status == 200).hasSize(1);
        assertThat(ends).allMatch(status -> List.of(200, 400, 409).contains(status));
        assertThat(Rows.count("SELECT count(*) FROM access.account WHERE email = ?", fresh))
                .isOne();
    }

    @Test
    void a_link_to_a_new_password_that_went_to_the_old_address_dies() {
        House.get().anybody().post("/auth/password/forgotten", Map.of("username", chart.mail()));
        String letter = outbox.about(chart.mail(), "A new password");
        String token = letter.replaceAll("(?s).*token=([A-Za-z0-9_-]+).*", "$1");

        move("email", address());

        House.get()
                .anybody()
                .post("/auth/password/reset", Map.of("token", token, "password", "another-Long-word-7"))
                .mustBe(404);
        House.get().signIn(chart.mail(), Scene.PASSWORD).get("/auth/me").mustBe(200);
    }

    @Test
    void owners_call_themselves_and_a_clinics_people_are_called_by_their_administrator() {
        String name = "Ada Anew-" + Scene.next();
        assertThat(chart.owner()
                        .send("PUT", "/auth/me/name", Map.of("full_name", name), Map.of())
                        .mustBe(200)
                        .text("full_name"))
                .isEqualTo(name);
        assertThat(scene.doctor
                        .send("PUT", "/auth/me/name", Map.of("full_name", name), Map.of())
                        .mustBe(409)
                        .text("code"))
                .isEqualTo("account/name-by-administrator");

        String right = "Dr. Right-" + Scene.next();
        correct(scene.doctorId, Map.of("full_name", right)).mustBe(200);
        assertThat(scene.desk
                        .get("/doctors?name=" + right.replace(" ", "%20"))
                        .mustBe(200)
                        .json()
                        .findValuesAsText("full_name"))
                .containsExactly(right);
        assertThat(correct(scene.doctorId, Map.of("full_name", right, "email", address()))
                        .mustBe(409)
                        .text("code"))
                .isEqualTo("account/contact-is-holders");
        assertThat(Rows.text("SELECT name FROM access.practitioner WHERE account_id = ?::uuid", scene.doctorId))
                .isEqualTo(right);
    }

    private static Answer correct(String account, Map<String, Object> body) {
        return scene.boss.send("PUT", "/accounts/" + account, body, Map.of());
    }

    @Test
    void an_invitation_that_went_astray_goes_to_the_right_address_and_the_old_link_dies() {
        String wrong = address();
        String right = address();
        String id = scene.boss
                .post(
                        "/accounts",
                        Map.of(
                                "kind",
                                "staff",
                                "username",
                                "astray-" + Scene.next(),
                                "full_name",
                                "Mispelt",
                                "email",
                                wrong))
                .mustBe(201)
                .text("id");
        String astray = outbox.activationTo(wrong, 1);
        assertThat(correct(id, Map.of("full_name", "Misspelt")).mustBe(400).fields())
                .containsExactly("email");
        assertThat(correct(id, Map.of("full_name", "Misspelt", "email", chart.mail()))
                        .mustBe(409)
                        .text("code"))
                .isEqualTo("account/email-taken");

        correct(id, Map.of("full_name", "Misspelt", "email", right)).mustBe(200);

        String fresh = outbox.activationTo(right, 1);
        activate(astray).mustBe(404);
        activate(fresh).mustBe(204);
        assertThat(Rows.text("SELECT full_name || ' ' || email FROM access.account WHERE id = ?::uuid", id))
                .isEqualTo("Misspelt " + right);
    }

    private static Answer activate(String token) {
        return House.get().anybody().post("/auth/activate", Map.of("token", token, "password", Scene.PASSWORD));
    }
}
