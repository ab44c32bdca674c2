package health.chiron.acceptance.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.People.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What runs in a family: entered by either side, never deleted, and shared one relative at a time. */
class KeepingFamilyHistoryIT {
    private static Scene scene;
    private static Scene.Chart pia;

    @BeforeAll
    static void a_person() {
        scene = Scene.open();
        pia = scene.person();
        scene.openTo(pia);
    }

    private static Answer relative(String name) {
        return pia.owner()
                .post(
                        "/patients/" + pia.id() + "/family-members",
                        Map.of("name", name, "relationship", "maternal_grandmother", "death_year", 2010))
                .mustBe(201);
    }

    @Test
    void each_side_corrects_what_it_entered_and_reads_the_rest() {
        Answer ours = relative("Ada");
        assertThat(ours.json().path("deceased").asBoolean()).isTrue();
        Answer theirs = scene.doctor
                .post("/patients/" + pia.id() + "/family-members", Map.of("name", "Bert", "relationship", "uncle"))
                .mustBe(201);
        assertThat(theirs.text("created_by_role")).isEqualTo("doctor");
        scene.doctor
                .post(
                        "/family-members/" + theirs.text("id") + "/conditions",
                        Map.of("condition_name", "Asthma", "condition_type", "respiratory", "diagnosis_age", 7))
                .mustBe(201);
        Map<String, Object> other = Map.of("name", "Changed", "relationship", "aunt");
        pia.owner()
                .put("/family-members/" + theirs.text("id"), other, theirs.etag())
                .mustBe(409);
        scene.doctor
                .put("/family-members/" + ours.text("id"), other, ours.etag())
                .mustBe(409);
        pia.owner()
                .put("/family-members/" + ours.text("id"), other, ours.etag())
                .mustBe(200);
        pia.owner()
                .put("/family-members/" + ours.text("id"), other, ours.etag())
                .mustBe(412);
        scene.desk.get("/patients/" + pia.id() + "/family-members").mustBe(403);
        scene.otherDoctor.get("/family-members/" + ours.text("id")).mustBe(403);
    }

    @Test
    void an_entry_that_was_wrong_is_void_and_stays_in_the_record() {
        Answer member = relative("Clara");
        String id = member.text("id");
        String illness = pia.owner()
                .post("/family-members/" + id + "/conditions", Map.of("condition_name", "Gout"))
                .mustBe(201)
                .text("conditions/0/id");
        assertThat(pia.owner()
                        .post(
                                "/family-members/" + id + "/conditions/" + illness + "/void",
                                Map.of("reason", "It was the knee"),
                                "\"1\"")
                        .mustBe(200)
                        .json()
                        .path("conditions"))
                .isEmpty();
        pia.owner()
                .post("/family-members/" + id + "/void", Map.of("reason", "Not a relative"), "\"1\"")
                .mustBe(204);
        pia.owner().get("/family-members/" + id).mustBe(404);
        assertThat(Rows.text("SELECT void_reason FROM records.family_member WHERE id = ?::uuid", id))
                .isEqualTo("Not a relative");
        assertThat(Rows.count("SELECT count(*) FROM records.family_condition WHERE family_member_id = ?::uuid", id))
                .isEqualTo(1);
    }

    @Test
    void who_is_shown_one_relative_sees_this_one_and_nothing_else_of_the_patient() {
        String shown = relative("Dora").text("id");
        String hidden = relative("Emil").text("id");
        Person cousin = People.somebody(pia);
        String invitation = pia.owner()
                .post(
                        "/family-members/" + shown + "/invitations",
                        Map.of("email", cousin.mail(), "title", "Dora", "message", "Yours too"))
                .mustBe(201)
                .text("id");
        cousin.api().get("/family-members/" + shown).mustBe(403);
        People.accept(cousin, invitation).mustBe(200);
        assertThat(cousin.api().get("/family-members/" + shown).mustBe(200).text("name"))
                .isEqualTo("Dora");
        cousin.api().get("/family-members/" + hidden).mustBe(404);
        for (String path : List.of("", "/banner", "/chart", "/family-members", "/records")) {
            cousin.api().get("/patients/" + pia.id() + path).mustBe(404);
        }
        Answer with = cousin.api().get("/family-history-shares").mustBe(200);
        assertThat(with.json().at("/family_history_shares/0/member_name").asText())
                .isEqualTo("Dora");
        assertThat(with.json().at("/family_history_shares/0/sharing_note").asText())
                .isEqualTo("Yours too");
        cousin.api()
                .put("/family-members/" + shown, Map.of("name", "Mine", "relationship", "aunt"), "\"1\"")
                .mustBe(403);
        assertThat(People.listed(cousin)).isEmpty();
        String share = with.json().at("/family_history_shares/0/id").asText();
        pia.owner().delete("/family-history-shares/" + share).mustBe(200);
        cousin.api().get("/family-members/" + shown).mustBe(404);
        assertThat(cousin.api()
                        .get("/family-history-shares")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }
}
