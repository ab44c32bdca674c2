package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was open is shut at the next request, however it ended (checks 4 and 10). */
class EndingAccessIT {
    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    @Test
    void the_owner_revokes_and_the_doctor_is_out_at_once_while_the_administrator_still_reads_the_record() {
        Scene.Chart dog = scene.dog();
        String grant = scene.openTo(dog);
        String visit = scene.signed(dog);
        scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(200);
        dog.owner()
                .post("/patients/" + dog.id() + "/access/revoke", Map.of("grant_id", grant))
                .mustBe(200);
        assertShut(dog, visit);
        scene.boss.get("/medical-records/" + visit).mustBe(200);
        Answer log =
                dog.owner().get("/patients/" + dog.id() + "/audit?limit=200").mustBe(200);
        assertThat(log.json().path("entries").findValuesAsText("outcome")).contains("denied", "permitted");
        assertThat(log.json().path("entries").findValuesAsText("grant_id")).contains(grant);
    }

    @Test
    void a_grant_that_has_run_out_opens_nothing() {
        Scene.Chart dog = scene.dog();
        String grant = scene.openTo(dog);
        String visit = scene.signed(dog);
        Rows.change(
                "UPDATE access.access_grant SET granted_at = granted_at - interval '25 hours', expires_at = expires_at - interval '25 hours' WHERE id = ?::uuid",
                grant);
        assertShut(dog, visit);
    }

    @Test
    void a_doctor_whose_association_ended_is_out() {
        Scene own = Scene.open();
        Scene.Chart dog = own.dog();
        own.openTo(dog);
        Rows.change("UPDATE access.clinic_member SET active = false WHERE account_id = ?::uuid", own.doctorId);
        own.doctor.get("/patients/" + dog.id() + "/chart").mustBe(404);
    }

    @Test
    void a_deactivated_account_is_out_with_the_token_it_holds() {
        Scene own = Scene.open();
        Rows.change("UPDATE access.account SET status = 'DEACTIVATED' WHERE id = ?::uuid", own.doctorId);
        own.doctor.get("/auth/me").mustBe(401);
    }

    @Test
    void a_patient_kept_at_hand_is_forgotten_when_access_ends() {
        Scene elsewhere = Scene.open();
        Scene.Chart dog = scene.dog();
        elsewhere
                .doctor
                .put("/auth/me/active-patient", Map.of("patient_id", dog.id()))
                .mustBe(404);
        String grant = elsewhere.openTo(dog);
        elsewhere
                .doctor
                .put("/auth/me/active-patient", Map.of("patient_id", dog.id()))
                .mustBe(200);
        assertThat(elsewhere.doctor.get("/auth/me").text("active_patient_id")).isEqualTo(dog.id());

        dog.owner().post("/grants/" + grant + "/revoke", null).mustBe(200);

        assertThat(elsewhere.doctor.get("/auth/me").text("active_patient_id")).isEmpty();
        assertThat(Rows.count("SELECT count(*) FROM access.account WHERE active_patient_id = ?::uuid", dog.id()))
                .isZero();
    }

    @Test
    void a_colleague_without_the_grant_stays_out() {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        String visit = scene.signed(dog);
        for (Api nobody : scene.neverClinical()) {
            assertThat(nobody.get("/medical-records/" + visit).status()).isIn(403, 404);
            assertThat(nobody.get("/patients/" + dog.id() + "/chart").status()).isIn(403, 404);
        }
        assertThat(scene.otherDoctor.get("/medical-records/" + visit).status()).isIn(403, 404);
    }

    private static void assertShut(Scene.Chart dog, String visit) {
        assertThat(scene.doctor.get("/patients/" + dog.id() + "/chart").status())
                .isIn(403, 404);
        assertThat(scene.doctor.get("/patients/" + dog.id() + "/records").status())
                .isIn(403, 404);
        assertThat(scene.doctor.get("/medical-records/" + visit).status()).isIn(403, 404);
        assertThat(scene.doctor
                        .post("/medical-records/" + visit + "/addenda", Map.of("text", "late"))
                        .status())
                .isIn(403, 404);
    }
}
