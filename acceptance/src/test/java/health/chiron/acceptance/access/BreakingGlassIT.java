package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Emergency access: with a reason, for an hour, known to the owner at once, and reviewed (check 13). */
class BreakingGlassIT {
    private static final String REASON = "Brought in unconscious by a neighbour";

    private static Scene home;
    private static Scene scene;

    @BeforeAll
    static void the_patients_clinic_and_another() {
        home = Scene.open();
        scene = Scene.open();
    }

    @Test
    void a_reason_opens_the_chart_for_an_hour_to_this_doctor_alone_and_the_owner_knows() {
        Scene.Chart dog = home.dog();
        home.openTo(dog);
        String visit = home.signed(dog);
        int letters = House.get().outbox().to(dog.mail()).size();
        scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(404);

        Answer grant = open(scene.doctor, dog, REASON).mustBe(201);

        assertThat(grant.text("basis")).isEqualTo("emergency");
        assertThat(Rows.count(
                        "SELECT extract(epoch FROM expires_at - granted_at)::bigint FROM access.access_grant WHERE id = ?::uuid",
                        grant.text("id")))
                .isEqualTo(3600);
        scene.doctor.get("/medical-records/" + visit).mustBe(200);
        scene.otherDoctor.get("/patients/" + dog.id() + "/chart").mustBe(404);
        scene.desk.get("/patients/" + dog.id() + "/chart").mustBe(403);
        assertThat(House.get().outbox().message(dog.mail(), letters + 1))
                .contains(REASON, "Clinic ", "Dr doc", "end it");
        assertThat(Rows.text(
                        "SELECT relationship || '/' || purpose FROM audit.event WHERE grant_id = ?::uuid AND record_id = ?::uuid",
                        grant.text("id"),
                        visit))
                .isEqualTo("EMERGENCY/" + REASON);
    }

    @Test
    void without_a_reason_it_stays_shut() {
        Scene.Chart dog = home.dog();
        scene.doctor
                .post("/patients/" + dog.id() + "/access/emergency", Map.of())
                .mustBe(400);
        open(scene.doctor, dog, "   ").mustBe(400);
        open(scene.doctor, dog, "urgent!").mustBe(400);
        open(scene.doctor, dog, "x".repeat(201)).mustBe(400);
        scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(404);
    }

    @Test
    void nobody_opens_who_is_not_listed_or_does_not_work_there() {
        Scene.Chart dog = home.dog();
        String doctor = scene.anotherDoctor("calm");
        Rows.change(
                "UPDATE access.clinic_member SET rights = 'REQUEST_ACCESS REGISTER_PATIENTS' WHERE account_id = ?::uuid",
                doctor);
        Api calm = scene.as("calm");
        // Nothing is open for the patient's own sake: one answer for a patient that is there and for one that is not.
        Answer there = open(calm, dog, REASON).mustBe(404);
        Answer nowhere = calm.post(
                        "/patients/00000000-0000-7000-8000-000000000000/access/emergency", Map.of("reason", REASON))
                .mustBe(404);
        assertThat(there.text("type")).isEqualTo(nowhere.text("type"));
        for (Api one : List.of(scene.desk, scene.boss, scene.auditor)) {
            assertThat(open(one, dog, REASON).status()).isIn(403, 404);
        }
        scene.doctor
                .post("/patients/" + dog.id() + "/access/emergency", Map.of("reason", REASON, "clinic_id", home.clinic))
                .mustBe(404);
        assertThat(Rows.count("SELECT count(*) FROM access.access_grant WHERE patient_id = ?::uuid", dog.id()))
                .isZero();
    }

    @Test
    void when_the_hour_is_over_it_is_shut_and_the_owner_may_end_it_before() {
        Scene.Chart dog = home.dog();
        String grant = open(scene.doctor, dog, REASON).mustBe(201).text("id");
        over(grant, 122);
        scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(404);
        String second = open(scene.doctor, dog, REASON).mustBe(201).text("id");
        dog.owner().delete("/grants/" + second).mustBe(200);
        scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(404);
        assertThat(open(scene.doctor, dog, REASON).mustBe(409).text("type")).endsWith("emergency-ended-by-owner");
        review(scene.boss, second, "justified").mustBe(200);
        open(scene.doctor, dog, REASON).mustBe(201);
    }

    @Test
    void a_third_within_the_day_waits_for_the_review_of_an_earlier_one() {
        Scene.Chart dog = home.dog();
        String first = open(scene.doctor, dog, REASON).mustBe(201).text("id");
        open(scene.doctor, dog, REASON).mustBe(409);
        over(first, 122);
        over(open(scene.doctor, dog, REASON).mustBe(201).text("id"));
        Answer third = open(scene.doctor, dog, REASON).mustBe(429);
        assertThat(third.headers().firstValue("Retry-After")).isPresent();
        review(scene.boss, first, "not_justified").mustBe(200);
        open(scene.doctor, dog, REASON).mustBe(201);
    }

    @Test
    void two_at_the_same_moment_open_one() {
        Scene.Chart dog = home.dog();
        List<Integer> statuses =
                Race.of(8, () -> open(scene.doctor, dog, REASON).status());
        assertThat(statuses).filteredOn(s -> s == 201).hasSize(1);
        assertThat(statuses).filteredOn(s -> s == 409).hasSize(7);
    }

    @Test
    void it_is_not_extended() {
        Scene.Chart dog = home.dog();
        String grant = open(scene.doctor, dog, REASON).mustBe(201).text("id");
        assertThat(scene.doctor.post("/grants/" + grant + "/extend", Map.of()).status())
                .isIn(403, 409);
        assertThat(scene.boss.post("/grants/" + grant + "/extend", Map.of()).status())
                .isIn(403, 409);
    }

    @Test
    void the_clinics_administrator_judges_it_and_the_owner_reads_the_judgement() {
        Scene.Chart dog = home.dog();
        String grant = open(scene.doctor, dog, REASON).mustBe(201).text("id");
        review(scene.boss, grant, "justified").mustBe(409); // still open
        over(grant);
        Answer list = scene.boss
                .get("/clinics/" + scene.clinic + "/emergencies?waiting=true&limit=100")
                .mustBe(200);
        assertThat(list.json().path("grants").findValuesAsText("id")).contains(grant);
        assertThat(list.text())
                .contains(Rows.text("SELECT given_name FROM records.patient WHERE id = ?::uuid", dog.id()));
        review(scene.doctor, grant, "justified").mustBe(403);
        assertThat(review(home.boss, grant, "justified").status()).isIn(403, 404);
        review(scene.boss, grant, "not_justified").mustBe(200);
        review(scene.boss, grant, "justified").mustBe(409);
        Answer seen = dog.owner().get("/grants/" + grant).mustBe(200);
        assertThat(seen.text("judgement")).isEqualTo("not_justified");
        assertThat(seen.text("judgement_note")).isEqualTo("Looked at it.");
    }

    @Test
    void a_patient_is_found_by_the_exact_name_and_date_of_birth_and_the_look_is_logged() {
        Scene.Chart person = home.person();
        String name = Rows.text(
                "SELECT given_name || ' ' || family_name FROM records.patient WHERE id = ?::uuid", person.id());
        Answer found = scene.doctor
                .post("/patients/emergency-lookup", Map.of("name", name, "birth_date", "1980-02-29"))
                .mustBe(200);
        assertThat(found.json().path("matches").findValuesAsText("id")).containsExactly(person.id());
        assertThat(scene.doctor
                        .post("/patients/emergency-lookup", Map.of("name", name, "birth_date", "1980-02-28"))
                        .mustBe(200)
                        .json()
                        .path("matches"))
                .isEmpty();
        assertThat(scene.doctor
                        .post(
                                "/patients/emergency-lookup",
                                Map.of("name", name.substring(0, name.length() - 1), "birth_date", "1980-02-29"))
                        .mustBe(200)
                        .json()
                        .path("matches"))
                .isEmpty();
        scene.desk
                .post("/patients/emergency-lookup", Map.of("name", name, "birth_date", "1980-02-29"))
                .mustBe(403);
        assertThat(Rows.count(
                        "SELECT count(*) FROM audit.event WHERE patient_id = ?::uuid AND action = 'BREAK_GLASS' AND category = 'IDENTITY' AND operation = 'Patients.lookUpInEmergency'",
                        person.id()))
                .isEqualTo(1);
    }

    private static Answer open(Api who, Scene.Chart chart, String reason) {
        return who.post("/patients/" + chart.id() + "/access/emergency", Map.of("reason", reason));
    }

    private static Answer review(Api who, String grant, String outcome) {
        return who.post("/grants/" + grant + "/review", Map.of("outcome", outcome, "note", "Looked at it."));
    }

    private static void over(String grant) {
        over(grant, 61);
    }

    private static void over(String grant, int minutes) {
        Rows.change(
                "UPDATE access.access_grant SET granted_at = granted_at - ? * interval '1 minute', expires_at = expires_at - ? * interval '1 minute' WHERE id = ?::uuid",
                minutes,
                minutes,
                grant);
    }
}
