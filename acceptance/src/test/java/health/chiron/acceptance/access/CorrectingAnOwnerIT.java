package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Outbox;
import health.chiron.acceptance.house.PastTheApplication;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.People;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A slip of the finger at the desk: as long as nobody has proven the contact, the right owner takes the wrong one's place. */
class CorrectingAnOwnerIT {
    private static Scene scene;

    private final Outbox outbox = House.get().outbox();

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    private static String address() {
        return "slip-" + Scene.next() + "@example.org";
    }

    private static String register(Scene where, String mail) {
        return where.unproven(mail).mustBe(201).text("id");
    }

    private static Answer correct(Api who, String patient, String mail) {
        return who.send(
                "PUT", "/patients/" + patient + "/owner", Map.of("full_name", "Sam Otter", "email", mail), Map.of());
    }

    private static Answer prove(String patient, String code) {
        return scene.desk.post("/patients/" + patient + "/owner/verify", Map.of("code", code));
    }

    private static List<String> owners(String patient) {
        return Rows.texts(
                "SELECT a.email FROM access.patient_owner o JOIN access.account a ON a.id = o.account_id WHERE o.patient_id = ?::uuid AND o.until IS NULL",
                patient);
    }

    @Test
    void the_code_goes_to_the_right_one_and_the_wrong_address_is_free_again() {
        String wrong = address();
        String right = address();
        String patient = register(scene, wrong);
        String old = outbox.codeTo(wrong, 1);
        String slip = Rows.text("SELECT id::text FROM access.account WHERE email = ?", wrong);
        assertThat(correct(scene.desk, patient, wrong).mustBe(400).fields()).containsExactly("email");

        assertThat(correct(scene.desk, patient, right)
                        .mustBe(200)
                        .json()
                        .path("contact_proven")
                        .asBoolean())
                .isFalse();

        assertThat(owners(patient)).containsExactly(right);
        prove(patient, old).mustBe(400);
        prove(patient, outbox.codeTo(right, 1)).mustBe(200);
        assertThat(correct(scene.desk, patient, address()).mustBe(409).text("code"))
                .isEqualTo("owner/contact-proven");
        String token = outbox.activationTo(right, 2);
        House.get()
                .anybody()
                .post("/auth/activate", Map.of("token", token, "password", Scene.PASSWORD))
                .mustBe(204);
        House.get().signIn(right, Scene.PASSWORD).get("/patients/" + patient).mustBe(200);
        // Whoever has the wrong address in truth is registered like anybody.
        assertThat(owners(register(scene, wrong))).containsExactly(wrong);
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.account WHERE id = ?::uuid AND status = 'DEACTIVATED' AND email IS NULL",
                        slip))
                .isOne();
    }

    @Test
    void somebody_who_has_an_account_becomes_the_owner_and_the_answer_does_not_tell() {
        Scene.Chart known = scene.dog();
        String one = register(scene, address());
        String two = register(scene, address());

        Answer there = correct(scene.desk, one, known.mail()).mustBe(200);
        Answer nobody = correct(scene.desk, two, address()).mustBe(200);

        assertThat(there.json().properties().stream().map(Map.Entry::getKey))
                .containsExactlyElementsOf(nobody.json().properties().stream()
                        .map(Map.Entry::getKey)
                        .toList());
        known.owner().get("/patients/" + one).mustBe(200);
    }

    @Test
    void only_this_patient_changes_hands_and_only_where_it_was_registered() {
        Scene elsewhere = Scene.open();
        String shared = address();
        String here = register(scene, shared);
        String there = register(elsewhere, shared);
        correct(elsewhere.desk, here, address()).mustBe(404);

        String right = address();
        correct(scene.desk, here, right).mustBe(200);

        assertThat(owners(here)).containsExactly(right);
        assertThat(owners(there)).containsExactly(shared);
    }

    /** Somebody offers a share to this address, and a desk enters the same address by a slip: the offer is not lost with the slip. */
    @Test
    void an_account_for_which_something_waits_is_not_retired() {
        Scene.Chart dog = scene.dog();
        String wrong = address();
        People.offer(dog.owner(), dog.id(), wrong, "view", Map.of()).mustBe(201);
        String patient = register(scene, wrong);

        correct(scene.desk, patient, address()).mustBe(200);

        assertThat(Rows.text("SELECT status FROM access.account WHERE email = ?", wrong))
                .isEqualTo("INVITED");
    }

    @Test
    void of_several_corrections_at_once_one_counts() {
        String patient = register(scene, address());
        List<Integer> ends =
                Race.of(4, () -> correct(scene.desk, patient, address()).status());
        assertThat(ends).contains(200).allMatch(status -> List.of(200, 409, 412).contains(status));
        assertThat(owners(patient)).hasSize(1);
    }

    @Test
    void past_the_application_nobody_ends_an_owner_who_is_proven_and_names_another() throws SQLException {
        Scene.Chart proven = scene.dog();
        String open = register(scene, address());
        String desk = Rows.text("SELECT id::text FROM access.account WHERE username = ?", scene.username("desk"));
        String end = "UPDATE access.patient_owner SET until = now() WHERE patient_id = '%s' AND until IS NULL";
        PastTheApplication.as(
                desk,
                sql -> assertThat(sql.executeUpdate(end.formatted(proven.id()))).isZero());
        PastTheApplication.as(
                desk,
                sql -> assertThatThrownBy(() -> sql.execute(insert(proven.id(), desk)))
                        .hasMessageContaining("row-level security"));
        PastTheApplication.as(desk, sql -> {
            assertThatThrownBy(() -> sql.execute(insert(open, desk))).hasMessageContaining("row-level security");
        });
        PastTheApplication.as(desk, sql -> {
            assertThat(sql.executeUpdate(end.formatted(open))).isOne();
            sql.execute(insert(open, desk));
        });
    }

    private static String insert(String patient, String account) {
        return "INSERT INTO access.patient_owner (id, patient_id, account_id, since) VALUES (gen_random_uuid(), '"
                + patient + "', '" + account + "', now())";
    }
}
