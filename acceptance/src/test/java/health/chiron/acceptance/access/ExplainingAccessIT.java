package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** May X see Y now, and why: asked of the very policy that decides. */
class ExplainingAccessIT {
    private static Scene scene;
    private static Scene.Chart dog;
    private static String grant;

    @BeforeAll
    static void a_doctor_with_access() {
        scene = Scene.open();
        dog = scene.dog();
        grant = scene.openTo(dog);
        scene.signed(dog);
    }

    @Test
    void the_owner_is_told_by_which_rule_and_grant_a_doctor_reads() {
        Answer told = ask(dog.owner(), scene.doctorId, "read", "visits").mustBe(200);

        assertThat(told.json().path("permitted").asBoolean()).isTrue();
        assertThat(told.text("rule")).isEqualTo("doctor-reads-under-grant");
        JsonNode reason = told.json().path("weighed").get(0);
        assertThat(reason.path("relationship").asText()).isEqualTo("grant");
        assertThat(reason.path("grant_id").asText()).isEqualTo(grant);
        assertThat(reason.path("purpose").asText()).isNotBlank();
        assertThat(reason.path("verdict").asText()).isEqualTo("lets_in");
    }

    @Test
    void what_is_answered_is_what_happens() {
        for (Api who : List.of(scene.doctor, scene.boss, dog.owner())) {
            for (String category : List.of("visits", "conditions", "demographics", "access", "audit")) {
                boolean permitted = ask(who, null, "read", category)
                        .mustBe(200)
                        .json()
                        .path("permitted")
                        .asBoolean();
                String path = switch (category) {
                    case "visits" -> "/records";
                    case "conditions" -> "/conditions";
                    case "access" -> "/access";
                    case "audit" -> "/audit";
                    default -> "";
                };
                assertThat(who.get("/patients/" + dog.id() + path).status())
                        .as(category)
                        .isEqualTo(permitted ? 200 : 403);
            }
        }
    }

    @Test
    void somebody_whom_nothing_joins_and_somebody_who_is_not_there_are_answered_alike() {
        Scene elsewhere = Scene.open();

        JsonNode stranger = withoutThePerson(ask(dog.owner(), elsewhere.doctorId, "read", "visits"));
        JsonNode nobody = withoutThePerson(ask(dog.owner(), UUID.randomUUID().toString(), "read", "visits"));

        assertThat(stranger).isEqualTo(nobody);
        assertThat(stranger.path("reason").asText()).isEqualTo("no-relationship");
    }

    @Test
    void others_ask_about_themselves_and_administrators_about_their_people() {
        ask(scene.doctor, null, "read", "visits").mustBe(200);
        ask(scene.doctor, scene.otherDoctorId, "read", "visits").mustBe(403);
        ask(scene.boss, scene.doctorId, "read", "visits").mustBe(200);
        ask(scene.boss, Scene.open().doctorId, "read", "visits").mustBe(403);
        ask(scene.auditor, scene.doctorId, "read", "visits").mustBe(200);
        ask(Scene.open().doctor, null, "read", "visits").mustBe(404);
    }

    @Test
    void that_the_owner_keeps_somebody_out_is_the_owners_to_tell() {
        Scene.Chart cat = scene.dog();
        scene.openTo(cat);
        scene.signed(cat);
        Rows.change("""
                INSERT INTO access.access_block (id, patient_id, account_id, even_in_emergency, since, set_by)
                SELECT gen_random_uuid(), o.patient_id, ?::uuid, false, now(), o.account_id FROM access.patient_owner o WHERE o.patient_id = ?::uuid""", scene.doctorId, cat.id());

        Answer owner = ask(cat.owner(), cat, scene.doctorId, "read", "visits").mustBe(200);
        Answer boss = ask(scene.boss, cat, scene.doctorId, "read", "visits").mustBe(200);

        assertThat(owner.text("reason")).isEqualTo("blocked");
        assertThat(verdicts(owner)).contains("owner-keeps-person-out denied");
        assertThat(boss.text("reason")).isEqualTo("no-relationship");
        assertThat(boss.json().path("weighed")).isEmpty();
        scene.doctor.get("/patients/" + cat.id() + "/records").mustBe(404);
        scene.otherDoctor.get("/patients/" + cat.id()).mustBe(403);
        ask(scene.doctor, cat, null, "read", "visits").mustBe(404);
        assertThat(scene.doctor.get("/patients?limit=200").mustBe(200).text()).doesNotContain(cat.id());
    }

    @Test
    void a_question_without_a_patient_or_with_words_unknown_names_the_field() {
        assertThat(dog.owner()
                        .get("/access/explain?action=read&category=visits")
                        .mustBe(400)
                        .text())
                .contains("patient_id");
        assertThat(ask(dog.owner(), null, "peek", "visits").mustBe(400).text()).contains("action");
        assertThat(ask(dog.owner(), "x", "read", "visits").mustBe(400).text()).contains("account_id");
    }

    @Test
    void an_example_is_kept_with_the_answer_of_today_and_stands_when_the_grant_has_ended() {
        Scene.Chart other = scene.dog();
        String open = scene.openTo(other);
        assertThat(keep(other, scene.doctorId, false).mustBe(409).text("code"))
                .isEqualTo("policy/example-does-not-hold");
        Answer kept = keep(other, scene.doctorId, true).mustBe(201);
        scene.desk.delete("/grants/" + open).mustBe(200);

        JsonNode listed = StreamSupport.stream(
                        scene.auditor
                                .get("/access/examples?limit=200")
                                .mustBe(200)
                                .json()
                                .path("examples")
                                .spliterator(),
                        false)
                .filter(one -> one.path("id").asText().equals(kept.text("id")))
                .findFirst()
                .orElseThrow();
        assertThat(listed.path("holds").asBoolean()).isTrue();

        scene.auditor.delete("/access/examples/" + kept.text("id")).mustBe(200);
        scene.auditor.delete("/access/examples/" + kept.text("id")).mustBe(404);
    }

    private static Answer keep(Scene.Chart chart, String person, boolean permitted) {
        return scene.auditor.post(
                "/access/examples",
                Map.of(
                        "patient_id",
                        chart.id(),
                        "account_id",
                        person,
                        "action",
                        "read",
                        "category",
                        "visits",
                        "permitted",
                        permitted,
                        "note",
                        "A doctor under an open access reads"));
    }

    private static List<String> verdicts(Answer answer) {
        return StreamSupport.stream(answer.json().path("weighed").spliterator(), false)
                .map(one ->
                        one.path("rule").asText() + " " + one.path("verdict").asText())
                .toList();
    }

    private static JsonNode withoutThePerson(Answer answer) {
        ObjectNode json = (ObjectNode) answer.mustBe(200).json();
        json.remove(List.of("account_id", "as_of"));
        return json;
    }

    private static Answer ask(Api who, String person, String action, String category) {
        return ask(who, dog, person, action, category);
    }

    private static Answer ask(Api who, Scene.Chart chart, String person, String action, String category) {
        return who.get("/access/explain?patient_id=" + chart.id() + "&action=" + action + "&category=" + category
                + (person == null ? "" : "&account_id=" + person));
    }
}
