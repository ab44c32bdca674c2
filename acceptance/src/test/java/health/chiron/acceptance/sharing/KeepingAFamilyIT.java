package health.chiron.acceptance.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.People.Person;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A family gathers patients and opens none: who joins sees people and labels, and of a patient what they reach anyhow (ADR 31). */
class KeepingAFamilyIT {
    private static Scene scene;
    private static Scene.Chart dog;

    @BeforeAll
    static void a_dog() {
        scene = Scene.open();
        dog = scene.dog();
    }

    private static String name(String patient) {
        return Rows.text("SELECT given_name FROM records.patient WHERE id = ?::uuid", patient);
    }

    private static JsonNode onlyPatient(Api who, String family) {
        JsonNode patients = who.get("/families/" + family).mustBe(200).json().path("family_patients");
        assertThat(patients).hasSize(1);
        return patients.get(0);
    }

    @Test
    void joining_opens_no_chart_and_shows_a_label_instead_of_a_name() {
        Scene.Chart cat = scene.dog();
        Person friend = People.somebody(cat);
        String family = Household.found(cat.owner());
        Household.bringIn(cat.owner(), family, cat.id(), "Our old lady").mustBe(200);
        String invitation =
                Household.invite(cat.owner(), family, friend.mail()).mustBe(201).text("id");

        // While it waits: the family's name and the sender, and nothing of the family itself.
        Answer waits = friend.api().get("/invitations/" + invitation).mustBe(200);
        assertThat(waits.text("family_name")).startsWith("The ");
        assertThat(waits.json().has("patient_id")).isFalse();
        friend.api().get("/families/" + family).mustBe(404);
        People.accept(friend, invitation).mustBe(200);

        JsonNode place = onlyPatient(friend.api(), family);
        assertThat(place.path("label").asText()).isEqualTo("Our old lady");
        assertThat(place.has("patient_id")).isFalse();
        Answer seen = friend.api().get("/families/" + family).mustBe(200);
        assertThat(seen.json().path("people")).hasSize(2);
        assertThat(seen.text()).doesNotContain(name(cat.id()), cat.id());
        for (String part : List.of("/banner", "/chart", "", "/shares")) {
            friend.api().get("/patients/" + cat.id() + part).mustBe(404);
        }
        assertThat(People.listed(friend)).doesNotContain(cat.id());

        // By a share of one's own the name is there.
        People.share(cat, friend, "view");
        assertThat(onlyPatient(friend.api(), family).path("patient_name").asText())
                .isEqualTo(name(cat.id()));
        assertThat(onlyPatient(friend.api(), family).path("may_take_out").asBoolean())
                .isFalse();
    }

    @Test
    void nobody_joins_by_a_guess_or_by_somebody_elses_invitation() {
        Person asked = People.somebody(dog);
        Person thief = People.somebody(dog);
        String family = Household.found(dog.owner());
        String invitation =
                Household.invite(dog.owner(), family, asked.mail()).mustBe(201).text("id");

        for (String act : List.of("/accept", "/reject")) {
            thief.api().post("/invitations/" + invitation + act, Map.of()).mustBe(404);
            dog.owner().post("/invitations/" + invitation + act, Map.of()).mustBe(404);
        }
        thief.api().get("/invitations/" + invitation).mustBe(404);
        thief.api().post("/invitations/" + invitation + "/cancel", null).mustBe(404);
        thief.api().get("/families/" + family).mustBe(404);
        thief.api()
                .send("PUT", "/families/" + family, Map.of("name", "Mine"), Map.of("If-Match", "\"0\""))
                .mustBe(404);
        thief.api().post("/families/" + family + "/leave", null).mustBe(404);
        Household.invite(thief.api(), family, thief.mail()).mustBe(404);
        House.get().administrator().get("/families/" + family).mustBe(403);

        dog.owner().post("/invitations/" + invitation + "/cancel", null).mustBe(200);
        People.accept(asked, invitation).mustBe(409);
        assertThat(people(family)).isEqualTo(1);
    }

    private static long people(String family) {
        return Rows.count(
                "SELECT count(*) FROM access.family_person WHERE family_id = ?::uuid AND until IS NULL", family);
    }

    @Test
    void whether_an_address_has_an_account_or_is_in_the_family_does_not_show() {
        Person friend = People.somebody(dog);
        String family = Household.found(dog.owner());
        Household.join(dog.owner(), family, friend);

        JsonNode inside =
                Household.invite(dog.owner(), family, friend.mail()).mustBe(201).json();
        JsonNode nobody = Household.invite(dog.owner(), family, People.address())
                .mustBe(201)
                .json();

        assertThat(inside.properties().stream().map(Map.Entry::getKey))
                .containsExactlyElementsOf(
                        nobody.properties().stream().map(Map.Entry::getKey).toList());
        People.accept(friend, inside.path("id").asText()).mustBe(409);
        assertThat(Household.invite(dog.owner(), family, dog.mail()).mustBe(400).text())
                .contains("access/share-with-oneself");
    }

    @Test
    void only_an_owner_brings_a_patient_in_and_takes_it_out() {
        Scene.Chart other = scene.dog();
        Person friend = People.somebody(other);
        String family = Household.found(friend.api());
        Household.bringIn(friend.api(), family, other.id(), "Not mine").mustBe(404);
        People.share(other, friend, "full");
        Household.bringIn(friend.api(), family, other.id(), "Not mine").mustBe(403);
        // An owner who is not in the family does not bring into it either.
        Household.bringIn(other.owner(), family, other.id(), "Not there").mustBe(404);
        assertThat(Household.places(other.id())).isZero();

        Household.join(friend.api(), family, new Person(other.mail(), other.owner()));
        Household.bringIn(other.owner(), family, other.id(), "Theirs").mustBe(200);
        Household.bringIn(other.owner(), family, other.id(), "Theirs").mustBe(409);
        friend.api().delete("/families/" + family + "/patients/" + other.id()).mustBe(403);
        other.owner().delete("/families/" + family + "/patients/" + other.id()).mustBe(200);
        other.owner().delete("/families/" + family + "/patients/" + other.id()).mustBe(404);
        assertThat(Household.places(other.id())).isZero();
        assertThat(Rows.texts(
                        "SELECT DISTINCT action || ' ' || outcome || ' ' || rule FROM audit.event WHERE patient_id = ?::uuid AND category = 'FAMILIES' AND outcome = 'PERMITTED'",
                        other.id()))
                .contains("CREATE PERMITTED owner-brings-into-family", "CANCEL PERMITTED owner-brings-into-family");
        assertThat(Rows.count(
                        "SELECT count(*) FROM audit.event WHERE operation = 'Families.invite' AND record_id = ?::uuid AND patient_id IS NOT NULL",
                        family))
                .isZero();
    }

    @Test
    void who_leaves_takes_along_what_rests_on_them_and_the_last_one_dissolves_it() {
        Scene.Chart mine = scene.dog();
        Person friend = People.somebody(mine);
        String family = Household.found(mine.owner());
        Household.join(mine.owner(), family, friend);
        Household.bringIn(mine.owner(), family, mine.id(), "Rex").mustBe(200);
        String waits = Household.invite(mine.owner(), family, People.address())
                .mustBe(201)
                .text("id");

        mine.owner().post("/families/" + family + "/leave", null).mustBe(204);

        assertThat(Household.places(mine.id())).isZero();
        assertThat(Rows.text("SELECT status FROM access.invitation WHERE id = ?::uuid", waits))
                .isEqualTo("CANCELLED");
        mine.owner().get("/families/" + family).mustBe(404);
        assertThat(friend.api().get("/families/" + family).mustBe(200).json().path("people"))
                .hasSize(1);
        friend.api().post("/families/" + family + "/leave", null).mustBe(204);
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.family WHERE id = ?::uuid AND dissolved_at IS NOT NULL", family))
                .isEqualTo(1);
    }

    @Test
    void a_new_owner_finds_the_patient_in_no_family() {
        Scene.Chart moving = scene.dog();
        Person heir = People.somebody(moving);
        String family = Household.found(moving.owner());
        Household.join(moving.owner(), family, heir);
        Household.bringIn(moving.owner(), family, moving.id(), "Rex").mustBe(200);
        String offer = moving.owner()
                .post(
                        "/patients/" + moving.id() + "/owners/transfer",
                        Map.of("email", heir.mail(), "title", "Yours now"))
                .mustBe(201)
                .text("id");

        People.accept(heir, offer).mustBe(200);

        assertThat(Household.places(moving.id())).isZero();
        assertThat(heir.api().get("/families/" + family).mustBe(200).json().path("family_patients"))
                .isEmpty();
    }

    @Test
    void at_once_one_joins_once_a_patient_has_one_place_and_no_family_is_left_standing_empty() {
        Scene.Chart mine = scene.dog();
        Person friend = People.somebody(mine);
        for (int round = 0; round < 3; round++) {
            String one = Household.found(mine.owner());
            String two = Household.found(mine.owner());
            String invitation = Household.invite(mine.owner(), one, friend.mail())
                    .mustBe(201)
                    .text("id");
            assertThat(Race.of(3, () -> People.accept(friend, invitation).status()))
                    .filteredOn(status -> status == 200)
                    .hasSize(1);
            assertThat(people(one)).isEqualTo(2);
            List<Callable<Integer>> both = List.of(
                    () -> Household.bringIn(mine.owner(), one, mine.id(), "Rex").status(),
                    () -> Household.bringIn(mine.owner(), two, mine.id(), "Rex").status());
            assertThat(Race.of(both)).allMatch(status -> status == 200 || status == 409);
            assertThat(Household.places(mine.id())).isEqualTo(1);
            List<Callable<Integer>> leaving = List.of(
                    () -> mine.owner().post("/families/" + one + "/leave", null).status(),
                    () -> friend.api().post("/families/" + one + "/leave", null).status());
            assertThat(Race.of(leaving)).containsOnly(204);
            assertThat(Rows.count(
                            "SELECT count(*) FROM access.family WHERE id = ?::uuid AND dissolved_at IS NULL", one))
                    .isZero();
            mine.owner().post("/families/" + two + "/leave", null).mustBe(204);
        }
    }

    @Test
    void a_name_is_changed_on_the_ground_of_a_version() {
        String family = Household.found(dog.owner());
        Answer read = dog.owner().get("/families/" + family).mustBe(200);
        Map<String, String> based = Map.of("If-Match", read.etag());
        dog.owner()
                .send("PUT", "/families/" + family, Map.of("name", "The Winters"), based)
                .mustBe(200);
        dog.owner()
                .send("PUT", "/families/" + family, Map.of("name", "The Others"), based)
                .mustBe(412);
        assertThat(dog.owner().get("/families?limit=200").mustBe(200).text()).contains("The Winters");
    }

    @Test
    void the_own_record_is_one_and_a_person() {
        Scene.Chart me = scene.person();
        Scene.Chart too = scene.person();
        String owner =
                Rows.text("SELECT account_id::text FROM access.patient_owner WHERE patient_id = ?::uuid", me.id());
        Rows.change(
                "INSERT INTO access.patient_owner (id, patient_id, account_id, since) VALUES (gen_random_uuid(), ?::uuid, ?::uuid, now()), (gen_random_uuid(), ?::uuid, ?::uuid, now())",
                too.id(),
                owner,
                dog.id(),
                owner);
        for (String patient : List.of(me.id(), too.id())) {
            name(me.owner(), patient).mustBe(200);
            assertThat(me.owner()
                            .get("/patients/" + patient)
                            .mustBe(200)
                            .json()
                            .path("is_self_record")
                            .asBoolean())
                    .isTrue();
        }
        assertThat(me.owner()
                        .get("/patients/" + me.id())
                        .json()
                        .path("is_self_record")
                        .asBoolean())
                .isFalse();
        assertThat(name(me.owner(), dog.id()).mustBe(409).text()).contains("self-record-is-a-person");
        // Nobody else's word: the other owner sees an ordinary record.
        assertThat(too.owner()
                        .get("/patients/" + too.id())
                        .json()
                        .path("is_self_record")
                        .asBoolean())
                .isFalse();
    }

    private static Answer name(Api by, String patient) {
        return by.send("PUT", "/patients/" + patient + "/owners/self", Map.of("is_self_record", true), Map.of());
    }
}
