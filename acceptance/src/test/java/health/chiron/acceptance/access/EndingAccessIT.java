package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.launcher.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The page that stands open in the portal, and the form on it (check 4). */
    @ParameterizedTest
    @ValueSource(strings = {"revoked", "run out"})
    void an_open_page_of_the_portal_does_nothing_any_more(String how) {
        Scene.Chart dog = scene.dog();
        String grant = scene.openTo(dog);
        String visit = "visit?id=" + scene.signed(dog);
        Portal doctor = House.get().portal().mustSignIn(scene.username("doc"), Scene.PASSWORD);
        String write = "write?patient=" + dog.id();
        Map<String, String> form = doctor.get(write).filledForm("visit");
        form.put("visit:diagnosis", "Too late");
        form.put("visit:save", "");
        assertThat(doctor.get(visit).text()).contains("Warm left hock");
        if (how.equals("revoked")) {
            dog.owner()
                    .post("/patients/" + dog.id() + "/access/revoke", Map.of("grant_id", grant))
                    .mustBe(200);
        } else {
            Rows.change(
                    "UPDATE access.access_grant SET granted_at = granted_at - interval '25 hours', expires_at = expires_at - interval '25 hours' WHERE id = ?::uuid",
                    grant);
        }
        assertThat(doctor.post(write, form).status()).isIn(200, 403, 404);
        assertThat(Rows.count("SELECT count(*) FROM records.visit WHERE patient_id = ?::uuid", dog.id()))
                .isOne();
        assertThat(doctor.get(visit).status()).isIn(403, 404);
        // The clinic registered the patient today: who it is stays to be seen for a day, and nothing else.
        for (String page : List.of("chart", "visits", "conditions", "write")) {
            assertThat(doctor.get(page + "?patient=" + dog.id()).text())
                    .as(page)
                    .doesNotContain("Warm left hock", "Limps since Monday");
        }
    }

    @Test
    void the_owner_lets_access_end_earlier_and_nobody_makes_it_longer() throws SQLException {
        Scene.Chart dog = scene.dog();
        String grant = scene.openTo(dog);
        String path = "/grants/" + grant + "/shorten";
        Map<String, Object> soon =
                Map.of("expires_at", Instant.now().plusSeconds(3600).toString());

        assertThat(scene.doctor.post(path, soon).mustBe(403).text("code")).isEqualTo("access/owner-shortens");
        dog.owner().post(path, soon).mustBe(200);
        for (long seconds : List.of(7200L, -60L)) {
            assertThat(dog.owner()
                            .post(
                                    path,
                                    Map.of(
                                            "expires_at",
                                            Instant.now().plusSeconds(seconds).toString()))
                            .mustBe(400)
                            .fields())
                    .containsExactly("expires_at");
        }
        assertThat(dog.owner()
                        .get("/patients/" + dog.id() + "/access?status=active")
                        .mustBe(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(dog.owner()
                        .get("/patients/" + dog.id() + "/access?status=revoked")
                        .mustBe(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThatThrownBy(() -> moveEnd(grant, dogsOwner(dog), "+ interval '1 minute'"))
                .hasMessageContaining("earlier time");
        assertThatThrownBy(() -> moveEnd(grant, scene.doctorId, "- interval '1 minute'"))
                .hasMessageContaining("earlier time");
        assertThat(moveEnd(grant, dogsOwner(dog), "- interval '1 minute'")).isEqualTo(1);
    }

    private static String dogsOwner(Scene.Chart dog) {
        return Rows.text("SELECT account_id::text FROM access.patient_owner WHERE patient_id = ?::uuid", dog.id());
    }

    /** As the application's role: what the second wall says without the first. */
    private static int moveEnd(String grant, String actor, String by) throws SQLException {
        try (Connection connection = House.get().connect(DatabaseRole.APP);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('chiron.account_id', '" + actor + "', true)");
            int moved = statement.executeUpdate(
                    "UPDATE access.access_grant SET expires_at = expires_at " + by + " WHERE id = '" + grant + "'");
            connection.rollback();
            return moved;
        }
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
