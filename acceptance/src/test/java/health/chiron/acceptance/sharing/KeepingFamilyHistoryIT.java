package health.chiron.acceptance.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.People.Person;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
        assertThat(with.text("family_history_shares/0/permission_level")).isEqualTo("view");
        assertThat(with.text("family_history_shares/0/invitation_id")).isEqualTo(invitation);
        assertThat(with.text())
                .doesNotContain(Rows.texts(
                        "SELECT unnest(ARRAY[shared_by, shared_with])::text FROM access.family_history_share WHERE invitation_id = ?::uuid",
                        invitation));
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

    /** A relative that a full sharer shows to a cousin, for as long as the sharer's own share lasts. */
    private record Shown(Person giver, Person cousin, Instant giversEnd, String share) {
        static Shown by_a_full_sharer() {
            Person giver = People.somebody(pia);
            Instant end = Instant.now().plus(10, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
            People.share(pia.owner(), pia.id(), giver, "full", Map.of("share_until", end.toString()));
            Person cousin = People.somebody(pia);
            String invitation = giver.api()
                    .post(
                            "/family-members/" + relative("Fritz").text("id") + "/invitations",
                            Map.of("email", cousin.mail(), "title", "Fritz"))
                    .mustBe(201)
                    .text("id");
            People.accept(cousin, invitation).mustBe(200);
            return new Shown(
                    giver,
                    cousin,
                    end,
                    Rows.text(
                            "SELECT id::text FROM access.family_history_share WHERE invitation_id = ?::uuid",
                            invitation));
        }

        String path() {
            return "/family-history-shares/" + share;
        }

        String version() {
            return '"'
                    + Rows.text("SELECT version::text FROM access.family_history_share WHERE id = ?::uuid", share)
                    + '"';
        }
    }

    private static Map<String, Object> until(Instant end) {
        return Map.of("expires_at", end.toString());
    }

    @Test
    void the_end_of_a_relatives_share_is_moved_by_who_gave_it_or_an_owner_and_no_further_than_the_givers_own() {
        Shown shown = Shown.by_a_full_sharer();
        Person other = People.somebody(pia);
        People.share(pia, other, "full");
        Instant sooner = shown.giversEnd().minus(5, ChronoUnit.DAYS);
        String first = shown.version();

        Answer moved =
                shown.giver().api().put(shown.path(), until(sooner), first).mustBe(200);
        assertThat(moved.text("expires_at")).isEqualTo(sooner.toString());
        assertThat(moved.etag()).isEqualTo(shown.version()).isNotEqualTo(first);
        assertThat('"' + moved.text("version") + '"').isEqualTo(moved.etag());
        shown.giver().api().put(shown.path(), until(sooner), first).mustBe(412);

        Answer tooLong = shown.giver()
                .api()
                .put(shown.path(), until(shown.giversEnd().plusSeconds(1)), moved.etag())
                .mustBe(400);
        assertThat(tooLong.text("errors/0/code")).isEqualTo("access/share-outlasts-own");
        assertThat(tooLong.fields()).containsExactly("expires_at");
        assertThat(shown.giver()
                        .api()
                        .put(shown.path(), until(Instant.now().minusSeconds(60)), moved.etag())
                        .mustBe(400)
                        .fields())
                .containsExactly("expires_at");

        // The owner may, and «no end» is the giver's own end all the same.
        assertThat(pia.owner()
                        .put(shown.path(), Map.of(), moved.etag())
                        .mustBe(200)
                        .text("expires_at"))
                .isEqualTo(shown.giversEnd().toString());
        shown.cousin().api().put(shown.path(), Map.of(), shown.version()).mustBe(403);
        // Who holds a full share of the patient ends nothing that somebody else gave, and does not see it.
        other.api().put(shown.path(), Map.of(), shown.version()).mustBe(404);
    }

    @Test
    void whoever_sees_the_relative_for_a_shorter_time_is_told_and_once_it_is_over_nothing_moves_it() {
        Shown shown = Shown.by_a_full_sharer();
        String subject = "Something is shared with you for a shorter time";
        pia.owner()
                .put(shown.path(), until(shown.giversEnd().minus(1, ChronoUnit.DAYS)), shown.version())
                .mustBe(200);
        assertThat(House.get().outbox().about(shown.cousin().mail(), subject)).doesNotContain("Fritz", "Pia");
        // Longer again is nothing that anybody loses.
        pia.owner().put(shown.path(), until(shown.giversEnd()), shown.version()).mustBe(200);
        assertThat(House.get().outbox().allAbout(shown.cousin().mail(), subject))
                .hasSize(1);

        Rows.change(
                "UPDATE access.family_history_share SET started_at = started_at - interval '20 days', expires_at = expires_at - interval '20 days' WHERE id = ?::uuid",
                shown.share());
        assertThat(pia.owner()
                        .put(shown.path(), Map.of(), shown.version())
                        .mustBe(409)
                        .text("type"))
                .endsWith("access/share-over");

        Shown ended = Shown.by_a_full_sharer();
        pia.owner().delete(ended.path()).mustBe(200);
        pia.owner().put(ended.path(), Map.of(), ended.version()).mustBe(409);
    }

    @Test
    void the_portal_moves_the_end_of_a_relatives_share_from_where_it_is_listed() {
        Shown shown = Shown.by_a_full_sharer();
        var portal = House.get().portal().mustSignIn(pia.mail(), Scene.PASSWORD);
        String page = "relative-end?patient=" + pia.id() + "&share=" + shown.share();
        assertThat(portal.get("shares?patient=" + pia.id()).text()).contains(page.replace("&", "&amp;"));
        var opened = portal.get(page);
        assertThat(opened.text()).contains("Fritz");
        Instant sooner = shown.giversEnd().minus(5, ChronoUnit.DAYS);
        String day = sooner.atZone(ZoneOffset.UTC).toLocalDate().toString();
        Map<String, String> form = opened.filledForm("end");
        form.put("end:expiresAt", day);
        form.put("end:save", "");
        portal.post(page, form);
        assertThat(portal.get(page).filledForm("end")).containsEntry("end:expiresAt", day);
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.family_history_share WHERE id = ?::uuid AND expires_at < ?::timestamptz",
                        shown.share(),
                        shown.giversEnd().minus(3, ChronoUnit.DAYS).toString()))
                .isEqualTo(1);
        // Based on what was on the page: who saves second writes nothing.
        Map<String, String> late = portal.get(page).filledForm("end");
        shown.giver().api().put(shown.path(), until(sooner), shown.version()).mustBe(200);
        late.put("end:expiresAt", "");
        late.put("end:save", "");
        portal.post(page, late);
        assertThat(Rows.text(
                        "SELECT (expires_at = ?::timestamptz)::text FROM access.family_history_share WHERE id = ?::uuid",
                        sooner.toString(),
                        shown.share()))
                .isEqualTo("true");
    }
}
