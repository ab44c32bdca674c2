package health.chiron.acceptance.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.People.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ownership changes hands whole: the new owner has it, the former has nothing left, and the patient is never without one. */
class ChangingTheOwnerIT {
    private static final Pattern CODE = Pattern.compile("(?m)^Code: (\\d{6})$");
    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    private static String offered(Scene.Chart chart, Person to) {
        return chart.owner()
                .post("/patients/" + chart.id() + "/owners/transfer", Map.of("email", to.mail(), "title", "Yours now"))
                .mustBe(201)
                .text("id");
    }

    @Test
    void all_that_rested_on_the_former_owner_ends_with_the_ownership() {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        String visit = scene.signed(dog);
        Person heir = People.somebody(dog);
        Person viewer = People.somebody(dog);
        Person full = People.somebody(dog);
        Person below = People.somebody(dog);
        People.share(dog, viewer, "view");
        People.share(dog, full, "full");
        People.share(full.api(), dog.id(), below, "view", Map.of());
        String waiting = People.offer(dog.owner(), dog.id(), People.address(), "view", Map.of())
                .mustBe(201)
                .text("id");
        List<String> before = codes(dog.mail());
        scene.desk
                .post(
                        "/patients/" + dog.id() + "/access/request",
                        Map.of("doctor_id", scene.otherDoctorId, "purpose", "Second look"))
                .mustBe(201);
        // Letters about shares come in between, in no order.
        Instant end = Instant.now().plusSeconds(20);
        while (codes(dog.mail()).size() == before.size() && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        String code = codes(dog.mail()).getLast();
        assertThat(before).doesNotContain(code);
        String request = Rows.text(
                "SELECT id::text FROM access.access_request WHERE patient_id = ?::uuid AND status = 'PENDING'",
                dog.id());

        People.accept(heir, offered(dog, heir)).mustBe(200);

        heir.api().get("/patients/" + dog.id() + "/chart").mustBe(200);
        heir.api().get("/medical-records/" + visit).mustBe(200);
        dog.owner().get("/patients/" + dog.id() + "/banner").mustBe(404);
        for (Person person : List.of(viewer, full, below)) {
            person.api().get("/patients/" + dog.id() + "/banner").mustBe(404);
        }
        assertThat(scene.doctor.get("/patients/" + dog.id() + "/chart").status())
                .isIn(403, 404);
        // The code that the former owner holds opens nothing any more.
        assertThat(scene.desk
                        .post("/access-requests/" + request + "/redeem", Map.of("code", code))
                        .status())
                .isIn(403, 404, 409);
        assertThat(Rows.text("SELECT status FROM access.invitation WHERE id = ?::uuid", waiting))
                .isEqualTo("CANCELLED");
        assertThat(Rows.texts(
                        "SELECT DISTINCT end_reason FROM access.patient_share WHERE patient_id = ?::uuid", dog.id()))
                .containsExactly("OWNER_CHANGED");
        assertThat(Rows.texts(
                        "SELECT DISTINCT end_reason FROM access.access_grant WHERE patient_id = ?::uuid", dog.id()))
                .containsExactly("OWNER_CHANGED");
        Answer owners = heir.api().get("/patients/" + dog.id() + "/owners").mustBe(200);
        assertThat(owners.json().path("owners")).hasSize(2);
        assertThat(owners.json().at("/owners/0/own").asBoolean()).isTrue();
        assertThat(owners.json().at("/owners/1/until").asText()).isNotEmpty();
        heir.api().get("/patients/" + dog.id() + "/audit").mustBe(200);
    }

    private static List<String> codes(String mail) {
        return House.get().outbox().to(mail).stream()
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void two_offers_accepted_at_once_leave_one_new_owner_and_never_none() {
        for (int round = 0; round < 6; round++) {
            Scene.Chart dog = scene.dog();
            Person one = People.somebody(dog);
            Person two = People.somebody(dog);
            String toOne = offered(dog, one);
            String toTwo = offered(dog, two);
            AtomicInteger turn = new AtomicInteger();
            List<Integer> answers = Race.of(
                    2,
                    () -> turn.getAndIncrement() == 0
                            ? People.accept(one, toOne).status()
                            : People.accept(two, toTwo).status());
            assertThat(answers).filteredOn(s -> s == 200).hasSize(1);
            assertThat(answers).allMatch(s -> List.of(200, 404, 409).contains(s));
            assertThat(Rows.count(
                            "SELECT count(*) FROM access.patient_owner WHERE patient_id = ?::uuid AND until IS NULL",
                            dog.id()))
                    .isEqualTo(1);
            dog.owner().get("/patients/" + dog.id() + "/banner").mustBe(404);
        }
    }

    @Test
    void of_two_owners_only_the_senders_ownership_moves() {
        Scene.Chart dog = scene.dog();
        Scene.Chart other = scene.dog();
        String second =
                Rows.text("SELECT account_id::text FROM access.patient_owner WHERE patient_id = ?::uuid", other.id());
        Rows.change(
                "INSERT INTO access.patient_owner (id, patient_id, account_id, since) VALUES (gen_random_uuid(), ?::uuid, ?::uuid, now())",
                dog.id(),
                second);
        Person heir = People.somebody(dog);
        People.accept(heir, offered(dog, heir)).mustBe(200);
        other.owner().get("/patients/" + dog.id() + "/chart").mustBe(200);
        heir.api().get("/patients/" + dog.id() + "/chart").mustBe(200);
        dog.owner().get("/patients/" + dog.id() + "/chart").mustBe(404);
    }
}
