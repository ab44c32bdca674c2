package health.chiron.acceptance.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.People.Person;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each level of a share opens, and that it is over at the next request when it is over (checks 7 and 9). */
class SharingAPatientIT {
    private static Scene scene;
    private static Scene.Chart dog;
    private static String visit;
    private static Person viewer;
    private static Person editor;
    private static Person full;

    @BeforeAll
    static void a_dog_that_is_shared_with_three_people() {
        scene = Scene.open();
        dog = scene.dog();
        scene.openTo(dog);
        visit = scene.signed(dog);
        viewer = People.somebody(dog);
        editor = People.somebody(dog);
        full = People.somebody(dog);
        People.share(dog, viewer, "view");
        People.share(dog, editor, "edit");
        People.share(dog, full, "full");
    }

    @Test
    void every_level_looks_at_the_chart_and_finds_the_patient_with_who_shares_it() {
        for (Person person : List.of(viewer, editor, full)) {
            for (String path :
                    List.of("", "/banner", "/chart", "/records", "/conditions", "/family-members", "/shares")) {
                person.api().get("/patients/" + dog.id() + path).mustBe(200);
            }
            person.api().get("/medical-records/" + visit).mustBe(200);
            Answer list = person.api().get("/patients").mustBe(200);
            assertThat(list.json().path("total").asInt()).isEqualTo(1);
            assertThat(list.json().at("/patients/0/relationship").asText()).startsWith("share_");
            assertThat(list.json().at("/patients/0/shared_by").asText()).startsWith("Owner ");
            assertThat(person.api().get("/patients/" + dog.id() + "/banner").text("shared_by"))
                    .startsWith("Owner ");
        }
    }

    @Test
    void who_looks_or_helps_changes_nothing_and_shares_nothing() {
        for (Person person : List.of(viewer, editor)) {
            Answer patient = person.api().get("/patients/" + dog.id()).mustBe(200);
            Map<String, Object> facts =
                    Map.of("kind", "animal", "given_name", "Stolen", "sex", "male", "species", "dog");
            person.api().put("/patients/" + dog.id(), facts, patient.etag()).mustBe(403);
            person.api().post("/patients/" + dog.id() + "/records", visitBody()).mustBe(403);
            person.api()
                    .post("/medical-records/" + visit + "/addenda", Map.of("text", "mine"))
                    .mustBe(403);
            person.api()
                    .post("/patients/" + dog.id() + "/family-members", Map.of("name", "Ada", "relationship", "aunt"))
                    .mustBe(403);
            People.offer(person.api(), dog.id(), People.address(), "view", Map.of())
                    .mustBe(403);
            person.api().get("/patients/" + dog.id() + "/invitations").mustBe(403);
            person.api()
                    .post("/patients/" + dog.id() + "/shares/preview", Map.of("permission_level", "view"))
                    .mustBe(403);
            assertKeptFromWhatIsTheOwners(person);
        }
        assertThat(Rows.text("SELECT given_name FROM records.patient WHERE id = ?::uuid", dog.id()))
                .isNotEqualTo("Stolen");
    }

    @Test
    void a_full_share_corrects_and_shares_on_but_neither_gives_away_nor_ends_clinics_access_nor_sees_who_looked() {
        Answer patient = full.api().get("/patients/" + dog.id()).mustBe(200);
        Map<String, Object> facts = Map.of(
                "kind",
                "animal",
                "given_name",
                patient.text("data/given_name"),
                "sex",
                "male",
                "species",
                "dog",
                "colour",
                "black");
        full.api().put("/patients/" + dog.id(), facts, patient.etag()).mustBe(200);
        full.api()
                .post("/patients/" + dog.id() + "/family-members", Map.of("name", "Ada", "relationship", "aunt"))
                .mustBe(201);
        full.api().post("/patients/" + dog.id() + "/records", visitBody()).mustBe(403);
        People.offer(full.api(), dog.id(), People.address(), "full", Map.of()).mustBe(201);
        full.api().get("/patients/" + dog.id() + "/owners").mustBe(200);
        full.api()
                .post("/patients/" + dog.id() + "/owners/transfer", Map.of("email", full.mail(), "title", "Mine"))
                .mustBe(403);
        String grant = Rows.text("SELECT id::text FROM access.access_grant WHERE patient_id = ?::uuid", dog.id());
        full.api().post("/grants/" + grant + "/revoke", null).mustBe(403);
        full.api().get("/patients/" + dog.id() + "/audit").mustBe(403);
        full.api().get("/patients/" + dog.id() + "/access").mustBe(403);
        String viewers = Rows.text(
                "SELECT s.id::text FROM access.patient_share s JOIN access.account a ON a.id = s.shared_with WHERE a.email = ?",
                viewer.mail());
        // Not the full sharer's to end: the owner gave it.
        assertThat(full.api().delete("/shares/" + viewers).status()).isIn(403, 404);
        assertThat(full.api()
                        .get("/patients/" + dog.id() + "/shares")
                        .mustBe(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    private static void assertKeptFromWhatIsTheOwners(Person person) {
        person.api().get("/patients/" + dog.id() + "/audit").mustBe(403);
        person.api().get("/patients/" + dog.id() + "/access").mustBe(403);
        person.api().get("/patients/" + dog.id() + "/owners").mustBe(403);
        person.api()
                .post("/patients/" + dog.id() + "/owners/transfer", Map.of("email", person.mail(), "title", "Mine"))
                .mustBe(403);
        String grant = Rows.text("SELECT id::text FROM access.access_grant WHERE patient_id = ?::uuid", dog.id());
        person.api().post("/grants/" + grant + "/revoke", null).mustBe(403);
    }

    private static Map<String, Object> visitBody() {
        return Map.of(
                "visit_type", "routine_checkup", "visit_date", "2026-11-20T10:00:00Z", "chief_complaint", "Limps");
    }

    @Test
    void parts_that_are_left_out_are_neither_read_nor_counted() {
        Person person = People.somebody(dog);
        People.share(dog.owner(), dog.id(), person, "view", Map.of("sections", List.of("conditions")));
        person.api().get("/patients/" + dog.id() + "/records").mustBe(403);
        person.api().get("/medical-records/" + visit).mustBe(403);
        person.api().get("/patients/" + dog.id() + "/family-members").mustBe(403);
        person.api().get("/patients/" + dog.id() + "/conditions").mustBe(200);
        Answer chart = person.api().get("/patients/" + dog.id() + "/chart").mustBe(200);
        assertThat(chart.json().path("visit_count").asInt()).isZero();
        assertThat(chart.json().path("sections_closed").valueStream().map(w -> w.asText()))
                .containsExactlyInAnyOrder("visits", "family_history");
    }

    @Test
    void the_preview_says_what_the_share_then_opens() {
        Answer preview = dog.owner()
                .post(
                        "/patients/" + dog.id() + "/shares/preview",
                        Map.of("permission_level", "view", "sections", List.of("visits")))
                .mustBe(200);
        assertThat(part(preview, "visits")).isEqualTo("true 1");
        assertThat(part(preview, "conditions")).isEqualTo("false 0");
        assertThat(part(preview, "family_history")).isEqualTo("false 0");
        Person person = People.somebody(dog);
        People.share(dog.owner(), dog.id(), person, "view", Map.of("sections", List.of("visits")));
        assertThat(person.api()
                        .get("/patients/" + dog.id() + "/records")
                        .mustBe(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        person.api().get("/patients/" + dog.id() + "/conditions").mustBe(403);
    }

    private static String part(Answer preview, String part) {
        return preview.json()
                .path("parts")
                .valueStream()
                .filter(p -> p.path("part").asText().equals(part))
                .map(p -> p.path("open").asText() + " " + p.path("entries").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_share_that_is_taken_back_or_left_or_has_run_out_opens_nothing_at_the_next_request() {
        Person taken = People.somebody(dog);
        String share = People.share(dog, taken, "full");
        dog.owner().delete("/shares/" + share).mustBe(200);
        assertOut(taken);
        dog.owner().delete("/shares/" + share).mustBe(409);

        Person leaving = People.somebody(dog);
        String own = People.share(dog, leaving, "view");
        leaving.api().post("/shares/" + own + "/leave", null).mustBe(200);
        assertOut(leaving);

        Person late = People.somebody(dog);
        String brief = People.share(
                dog.owner(),
                dog.id(),
                late,
                "edit",
                Map.of("share_until", Instant.now().plus(1, ChronoUnit.DAYS).toString()));
        Rows.change(
                "UPDATE access.patient_share SET started_at = started_at - interval '2 days', expires_at = expires_at - interval '2 days' WHERE id = ?::uuid",
                brief);
        assertOut(late);
    }

    private static void assertOut(Person person) {
        for (String path : List.of("", "/banner", "/chart", "/records", "/conditions", "/family-members", "/shares")) {
            person.api().get("/patients/" + dog.id() + path).mustBe(404);
        }
        person.api().get("/medical-records/" + visit).mustBe(404);
        assertThat(People.listed(person)).isEmpty();
        assertThat(person.api().get("/shares").mustBe(200).json().path("total").asInt())
                .isZero();
    }

    @Test
    void an_open_page_of_the_portal_ends_with_the_share() {
        Person person = People.somebody(dog);
        String share = People.share(dog, person, "view");
        var portal = House.get().portal().mustSignIn(person.mail(), Scene.PASSWORD);
        assertThat(portal.get("chart?patient=" + dog.id()).status()).isEqualTo(200);
        assertThat(portal.get("visits?patient=" + dog.id()).status()).isEqualTo(200);
        dog.owner().delete("/shares/" + share).mustBe(200);
        assertThat(portal.get("chart?patient=" + dog.id()).status()).isEqualTo(404);
        assertThat(portal.get("visits?patient=" + dog.id()).status()).isEqualTo(404);
    }

    @Test
    void a_form_of_the_portal_that_is_posted_anyway_gives_nothing_away() {
        String before = offers();
        var viewers = House.get().portal().mustSignIn(viewer.mail(), Scene.PASSWORD);
        // The page is not shown to them: the form is the owner's, posted in a session of their own.
        var owners = House.get().portal().mustSignIn(dog.mail(), Scene.PASSWORD);
        assertThat(viewers.get("share?patient=" + dog.id()).status()).isEqualTo(403);
        Map<String, String> form = owners.get("share?patient=" + dog.id()).form("share");
        form.putAll(Map.of(
                "share:email", viewer.mail(),
                "share:title", "Mine",
                "share:message", "",
                "share:level", "FULL",
                "share:sections", "VISITS",
                "share:shareUntil", "",
                "share:expiresInDays", "7",
                "share:send", ""));
        assertThat(viewers.post("share?patient=" + dog.id(), form).text()).doesNotContain("Mine");
        form.putAll(viewers.get("account").view());
        assertThat(viewers.post("share?patient=" + dog.id(), form).text()).doesNotContain("Mine");

        var keepers = House.get().portal().mustSignIn(full.mail(), Scene.PASSWORD);
        assertThat(keepers.get("transfer?patient=" + dog.id()).status()).isEqualTo(403);
        Map<String, String> transfer =
                owners.get("transfer?patient=" + dog.id()).form("transfer");
        transfer.putAll(Map.of(
                "transfer:email", viewer.mail(),
                "transfer:title", "Mine",
                "transfer:message", "",
                "transfer:expiresInDays", "7",
                "transfer:send", ""));
        assertThat(keepers.post("transfer?patient=" + dog.id(), transfer).text())
                .doesNotContain("Mine");
        transfer.putAll(keepers.get("account").view());
        assertThat(keepers.post("transfer?patient=" + dog.id(), transfer).text())
                .doesNotContain("Mine");
        assertThat(offers()).isEqualTo(before);
    }

    private static String offers() {
        return Rows.text(
                "SELECT count(*)::text FROM access.invitation WHERE patient_id = ?::uuid AND title = 'Mine'", dog.id());
    }

    @Test
    void what_a_full_sharer_gives_is_no_more_than_the_own_share_and_ends_with_it() {
        Scene.Chart own = scene.dog();
        Person giver = People.somebody(own);
        Instant end = Instant.now().plus(10, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        String givers = People.share(
                own.owner(),
                own.id(),
                giver,
                "full",
                Map.of("share_until", end.toString(), "sections", List.of("conditions", "family_history")));
        Person friend = People.somebody(own);
        People.offer(
                        giver.api(),
                        own.id(),
                        friend.mail(),
                        "view",
                        Map.of("share_until", end.plusSeconds(1).toString()))
                .mustBe(400);
        People.offer(giver.api(), own.id(), friend.mail(), "view", Map.of("sections", List.of("visits")))
                .mustBe(400);
        String friends = People.share(giver.api(), own.id(), friend, "full", Map.of());
        Answer shown = giver.api().get("/patients/" + own.id() + "/shares").mustBe(200);
        assertThat(shown.json()
                        .path("shares")
                        .valueStream()
                        .filter(s -> s.path("id").asText().equals(friends))
                        .map(s -> s.path("expires_at").asText()))
                .containsExactly(end.toString());
        friend.api().get("/patients/" + own.id() + "/records").mustBe(403);
        Person third = People.somebody(own);
        People.share(friend.api(), own.id(), third, "view", Map.of());
        String waiting = People.offer(friend.api(), own.id(), People.address(), "view", Map.of())
                .mustBe(201)
                .text("id");

        // Shortened at the root, everything below is shortened.
        Instant sooner = end.minus(5, ChronoUnit.DAYS);
        String version = Rows.text("SELECT version::text FROM access.patient_share WHERE id = ?::uuid", givers);
        own.owner()
                .put("/shares/" + givers, Map.of("expires_at", sooner.toString()), '"' + version + '"')
                .mustBe(200);
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.patient_share WHERE patient_id = ?::uuid AND ended_at IS NULL AND expires_at <= ?::timestamptz",
                        own.id(),
                        sooner.toString()))
                .isEqualTo(3);

        // Ended at the root, everything below ends in the same moment, offers too.
        own.owner().delete("/shares/" + givers).mustBe(200);
        for (Person person : List.of(giver, friend, third)) {
            person.api().get("/patients/" + own.id() + "/banner").mustBe(404);
        }
        assertThat(Rows.texts(
                        "SELECT end_reason FROM access.patient_share WHERE patient_id = ?::uuid ORDER BY started_at",
                        own.id()))
                .containsExactly("WITHDRAWN", "SHARER_LEFT", "SHARER_LEFT");
        assertThat(Rows.text("SELECT status FROM access.invitation WHERE id = ?::uuid", waiting))
                .isEqualTo("CANCELLED");
    }

    @Test
    void nobody_makes_the_own_share_longer() {
        Person person = People.somebody(dog);
        Instant end = Instant.now().plus(1, ChronoUnit.DAYS);
        String share = People.share(dog.owner(), dog.id(), person, "full", Map.of("share_until", end.toString()));
        person.api().put("/shares/" + share, Map.of(), "\"1\"").mustBe(403);
        dog.owner().put("/shares/" + share, Map.of(), "\"1\"").mustBe(200);
        dog.owner().put("/shares/" + share, Map.of(), "\"1\"").mustBe(412);
    }

    /** An id of an account tells when it was made, and so whether it was there before the offer. */
    @Test
    void a_share_names_its_offer_and_the_people_by_name_alone() {
        Scene.Chart own = scene.dog();
        Person person = People.somebody(own);
        String share = People.share(own, person, "view");
        String offer = Rows.text("SELECT invitation_id::text FROM access.patient_share WHERE id = ?::uuid", share);
        List<String> accounts = Rows.texts(
                "SELECT unnest(ARRAY[shared_by, shared_with])::text FROM access.patient_share WHERE id = ?::uuid",
                share);
        for (Answer shown : List.of(
                own.owner().get("/patients/" + own.id() + "/shares").mustBe(200),
                person.api().get("/shares").mustBe(200),
                own.owner().get("/invitations/" + offer).mustBe(200))) {
            assertThat(shown.text()).contains(offer).doesNotContain(accounts);
        }
        assertThat(person.api().get("/shares").text("shares/0/invitation_id")).isEqualTo(offer);
    }

    @Test
    void several_patients_are_offered_in_one_go_with_a_result_for_each() {
        Person friend = People.somebody(dog);
        String others = scene.dog().id();
        Answer answer = dog.owner()
                .post(
                        "/invitations/bulk",
                        Map.of(
                                "patient_ids",
                                List.of(dog.id(), others),
                                "offer",
                                Map.of("email", friend.mail(), "title", "Both", "permission_level", "view")))
                .mustBe(200);
        assertThat(answer.json().at("/results/0/invitation_id").asText()).isNotEmpty();
        assertThat(answer.json().at("/results/1/problem").asText()).isEqualTo("not-found");
    }
}
