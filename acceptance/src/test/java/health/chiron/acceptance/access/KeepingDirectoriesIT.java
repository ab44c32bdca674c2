package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The directories that everybody shares: who writes them, how they are searched, and how double entries become one. */
class KeepingDirectoriesIT {
    private static Scene scene;
    private static Api platform;
    private static Scene.Chart dog;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
        platform = House.get().administrator();
        dog = scene.dog();
    }

    private static String enter(String name, String phone) {
        Map<String, Object> entry =
                new HashMap<>(Map.of("name", name, "specialty", "Cardiology", "practice", "Heart Practice"));
        if (phone != null) {
            entry.put("phone_number", phone);
        }
        return scene.boss.post("/practitioners", entry).mustBe(201).text("id");
    }

    @Test
    void everybody_reads_and_administrators_write() {
        String name = "Quill " + Scene.next();
        String id = enter(name, null);
        for (Api reader : List.of(scene.desk, scene.doctor, dog.owner(), scene.auditor, platform)) {
            assertThat(reader.get("/practitioners/" + id).mustBe(200).text("name"))
                    .isEqualTo(name);
        }
        for (Api reader : List.of(scene.desk, scene.doctor, dog.owner(), scene.auditor)) {
            reader.post("/practitioners", Map.of("name", "N", "specialty", "S", "practice", "P"))
                    .mustBe(403);
            reader.post("/pharmacies", Map.of("name", "N")).mustBe(403);
        }
    }

    @Test
    void a_merged_entry_leads_to_the_one_that_is_kept() {
        String name = "Double " + Scene.next();
        String kept = enter(name, null);
        String first = enter(name + " A", "111");
        String second = enter(name + " B", "222");
        platform.post("/practitioners/" + first + "/merge", Map.of("duplicate_id", second))
                .mustBe(200);
        Answer merged = platform.post("/practitioners/" + kept + "/merge", Map.of("duplicate_id", first))
                .mustBe(200);
        assertThat(merged.text("phone_number")).isEqualTo("111");

        for (String gone : List.of(first, second)) {
            assertThat(scene.desk.get("/practitioners/" + gone).mustBe(200).text("id"))
                    .isEqualTo(kept);
            scene.boss
                    .put(
                            "/practitioners/" + gone,
                            Map.of("name", "N", "specialty", "S", "practice", "P"),
                            version(gone))
                    .mustBe(409);
        }
        Answer list = scene.desk
                .get("/practitioners?name=" + name.replace(" ", "%20"))
                .mustBe(200);
        assertThat(list.json().path("total").asInt()).isEqualTo(1);
    }

    private static String version(String practitioner) {
        return '"' + Rows.text("SELECT version::text FROM access.practitioner WHERE id = ?::uuid", practitioner) + '"';
    }

    @Test
    void two_who_merge_a_pair_both_ways_at_once_leave_one_of_them() {
        for (int round = 0; round < 5; round++) {
            String one = enter("Pair " + Scene.next(), null);
            String other = enter("Pair " + Scene.next(), null);
            List<Answer> answers = Race.of(List.<Callable<Answer>>of(
                    () -> platform.post("/practitioners/" + one + "/merge", Map.of("duplicate_id", other)),
                    () -> platform.post("/practitioners/" + other + "/merge", Map.of("duplicate_id", one))));
            assertThat(answers.stream().map(Answer::status)).contains(200);
            assertThat(Rows.count(
                            "SELECT count(*) FROM access.practitioner WHERE id IN (?::uuid, ?::uuid) AND merged_into IS NULL",
                            one,
                            other))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_doctor_with_an_account_is_kept_and_keeps_the_own_entry() {
        String doctor =
                Rows.text("SELECT id::text FROM access.practitioner WHERE account_id = ?::uuid", scene.doctorId);
        String entry = enter("Same person " + Scene.next(), null);
        assertThat(platform.post("/practitioners/" + entry + "/merge", Map.of("duplicate_id", doctor))
                        .mustBe(409)
                        .text("code"))
                .isEqualTo("practitioner/has-account");
        platform.post("/practitioners/" + doctor + "/merge", Map.of("duplicate_id", entry))
                .mustBe(200);
        Answer shown = scene.desk.get("/practitioners/" + entry).mustBe(200);
        assertThat(shown.text("doctor_id")).isEqualTo(scene.doctorId);
    }

    @Test
    void a_web_address_never_runs_a_script() {
        for (String bad : List.of("javascript:alert(1)", "data:text/html,x", "https://a\"onclick=x", "//a.example")) {
            assertThat(scene.boss
                            .post("/pharmacies", Map.of("name", "Corner " + Scene.next(), "website", bad))
                            .mustBe(400)
                            .fields())
                    .containsExactly("website");
        }
    }

    @Test
    void a_branch_of_a_chain_stands_there_once_also_when_two_enter_it_at_once() {
        String brand = "Chain " + Scene.next();
        List<Answer> answers = Race.of(List.<Callable<Answer>>of(
                () -> scene.boss.post("/pharmacies", Map.of("name", "A", "brand", brand, "store_number", "7")),
                () -> platform.post("/pharmacies", Map.of("name", "B", "brand", brand, "store_number", "7"))));
        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void the_public_card_of_a_clinic_says_nothing_that_is_the_members_own() {
        Answer card = dog.owner().get("/directory/clinics/" + scene.clinic).mustBe(200);
        assertThat(card.text())
                .contains(scene.doctorId)
                .doesNotContain("license_number", "grant_hours", "desk", "boss");
        dog.owner().get("/clinics/" + scene.clinic).mustBe(404);
    }
}
