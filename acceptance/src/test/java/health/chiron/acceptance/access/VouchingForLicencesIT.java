package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who vouches for whose licence and until when, and what a closed clinic opens: nothing, at once. */
class VouchingForLicencesIT {
    private static Scene scene;
    private static Api platform;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
        platform = House.get().administrator();
    }

    private static Map<String, Object> profile(String licence) {
        return new HashMap<>(Map.of("license_number", licence, "specialization", "Surgery", "years_of_experience", 7));
    }

    @Test
    void a_new_licence_number_takes_a_doctors_verification_away() {
        String doctor = "/doctors/" + scene.doctorId;
        Answer before = scene.doctor.get(doctor).mustBe(200);
        String licence = before.text("license_number");
        Answer verified =
                platform.post(doctor + "/verification", null, before.etag()).mustBe(200);
        assertThat(verified.json().path("verified").asBoolean()).isTrue();
        assertThat(Rows.text(
                        "SELECT a.username FROM access.practitioner p JOIN access.account a ON a.id = p.verified_by WHERE p.account_id = ?::uuid",
                        scene.doctorId))
                .isEqualTo(House.get().stack().firstAdministrator().username());

        Answer same =
                scene.doctor.put(doctor, profile(licence), verified.etag()).mustBe(200);
        assertThat(same.json().path("verified").asBoolean()).isTrue();
        Answer other = scene.doctor
                .put(doctor, profile("N-" + Scene.next()), same.etag())
                .mustBe(200);
        assertThat(other.json().path("verified").asBoolean()).isFalse();
        assertThat(other.json().has("verified_at")).isFalse();
    }

    @Test
    void a_licence_that_changed_while_it_was_looked_at_is_not_verified() {
        String doctor = "/doctors/" + scene.otherDoctorId;
        String looked = platform.get(doctor).mustBe(200).etag();
        scene.otherDoctor.put(doctor, profile("M-" + Scene.next()), looked).mustBe(200);
        platform.post(doctor + "/verification", null, looked).mustBe(412);
        assertThat(platform.get(doctor).json().path("verified").asBoolean()).isFalse();
    }

    @Test
    void nobody_keeps_anothers_profile() {
        String doctor = "/doctors/" + scene.doctorId;
        String version = scene.doctor.get(doctor).etag();
        for (Api somebody : List.of(scene.otherDoctor, scene.boss, platform)) {
            somebody.put(doctor, profile("X-" + Scene.next()), version).mustBe(403);
        }
        scene.boss.post(doctor + "/verification", null, version).mustBe(403);
        scene.doctor.post(doctor + "/verification", null, version).mustBe(403);
    }

    @Test
    void a_new_licence_number_takes_a_clinics_verification_away_and_hours_are_a_new_version() {
        Scene own = Scene.open();
        String clinic = "/clinics/" + own.clinic;
        Answer verified = platform.post(
                        clinic + "/verification", null, platform.get(clinic).etag())
                .mustBe(200);
        Map<String, Object> profile = new HashMap<>(Map.of(
                "clinic_name",
                "Named " + Scene.next(),
                "license_number",
                verified.text("profile/license_number"),
                "time_zone",
                "Europe/Berlin",
                "grant_hours",
                24,
                "opening_hours",
                List.of(Map.of("day", "monday", "opens", "08:00", "closes", "24:00"))));
        Answer opened = own.boss.put(clinic, profile, verified.etag()).mustBe(200);
        assertThat(opened.json().path("verified").asBoolean()).isTrue();
        assertThat(opened.etag()).isNotEqualTo(verified.etag());
        assertThat(opened.text("profile/opening_hours/0/closes")).isEqualTo("24:00");
        own.boss.put(clinic, profile, verified.etag()).mustBe(412);

        profile.put("license_number", "R-" + Scene.next());
        assertThat(own.boss
                        .put(clinic, profile, opened.etag())
                        .mustBe(200)
                        .json()
                        .path("verified")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_closed_clinic_opens_nothing_from_the_next_call_on() {
        Scene own = Scene.open();
        Scene.Chart dog = own.dog();
        own.openTo(dog);
        String visit = own.signed(dog);
        Portal page = House.get().portal().mustSignIn(own.username("doc"), Scene.PASSWORD);
        assertThat(page.get("chart?patient=" + dog.id()).status()).isEqualTo(200);
        own.boss.post("/clinics/" + own.clinic + "/deactivate", null).mustBe(403);
        platform.post("/clinics/" + own.clinic + "/deactivate", null).mustBe(200);

        own.doctor.get("/patients/" + dog.id() + "/chart").mustBe(404);
        own.boss.get("/medical-records/" + visit).mustBe(404);
        assertThat(page.get("chart?patient=" + dog.id()).status()).isEqualTo(404);
        own.boss.get("/clinics/" + own.clinic).mustBe(404);
        scene.desk.get("/directory/clinics/" + own.clinic).mustBe(404);
        dog.owner().get("/medical-records/" + visit).mustBe(200);

        platform.post("/clinics/" + own.clinic + "/activate", null).mustBe(200);
        own.doctor.get("/patients/" + dog.id() + "/chart").mustBe(200);
    }

    @Test
    void hours_at_the_same_time_are_refused_by_the_house_and_by_the_database() {
        String clinic = "/clinics/" + scene.clinic;
        Answer refused = scene.boss
                .put(
                        clinic,
                        Map.of(
                                "clinic_name",
                                "C",
                                "license_number",
                                "C-" + Scene.next(),
                                "time_zone",
                                "UTC",
                                "grant_hours",
                                24,
                                "opening_hours",
                                List.of(
                                        Map.of("day", "friday", "opens", "08:00", "closes", "12:00"),
                                        Map.of("day", "friday", "opens", "11:59", "closes", "13:00"))),
                        scene.boss.get(clinic).etag())
                .mustBe(400);
        assertThat(refused.fields()).containsExactly("opening_hours");
        String insert =
                "INSERT INTO access.clinic_hours (id, clinic_id, weekday, opens_minute, closes_minute, valid_from) VALUES (gen_random_uuid(), ?::uuid, 'SUNDAY', ?, ?, now())";
        Rows.change(insert, scene.clinic, 60, 120);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Rows.change(insert, scene.clinic, 119, 180))
                .hasMessageContaining("clinic_hours_apart");
    }
}
