package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.launcher.DatabaseRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A patient is sent on to another clinic; a person or a clinic is kept out, by both walls. */
class ReferringAndKeepingOutIT {
    private static Scene scene;
    private static Scene other;

    @BeforeAll
    static void a_clinic_and_one_whose_licence_was_checked() {
        scene = Scene.open();
        other = Scene.open();
        Rows.change(
                "UPDATE access.clinic SET verified = true, verified_at = now(), verified_by = (SELECT id FROM access.account WHERE kind = 'PLATFORM_ADMIN' LIMIT 1) WHERE id = ?::uuid",
                other.clinic);
    }

    @Test
    void a_referral_waits_at_the_other_clinic_until_the_owner_allows_it() {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog, scene.doctorId, List.of("visits"));
        int letters = House.get().outbox().to(dog.mail()).size();
        refer(dog, other, Map.of("sections", List.of("conditions"))).mustBe(400);
        refer(dog, scene, Map.of()).mustBe(400);
        Answer request = refer(dog, other, Map.of()).mustBe(201);
        assertThat(request.text("origin")).isEqualTo("referral");
        assertThat(request.json().path("sections").toString()).isEqualTo("[\"visits\"]");
        assertThat(House.get().outbox().message(dog.mail(), letters + 1))
                .contains("Surgery of the hip", "Dr doc", "Clinic ");
        other.doctor.get("/patients/" + dog.id() + "/records").mustBe(403);

        dog.owner()
                .post("/access-requests/" + request.text("id") + "/allow", null)
                .mustBe(201);

        other.doctor.get("/patients/" + dog.id() + "/records").mustBe(200);
        other.doctor.get("/patients/" + dog.id() + "/conditions").mustBe(403);
        Answer became =
                scene.doctor.get("/clinics/" + scene.clinic + "/referrals").mustBe(200);
        assertThat(became.text("access_requests/0/status")).isEqualTo("granted");
        assertThat(scene.otherDoctor
                        .get("/clinics/" + scene.clinic + "/referrals")
                        .mustBe(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void the_other_clinic_sends_a_code_when_the_patient_stands_there() {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        int letters = House.get().outbox().to(dog.mail()).size();
        String request = refer(dog, other, Map.of()).mustBe(201).text("id");
        other.desk.post("/access-requests/" + request + "/code", null).mustBe(200);
        other.desk
                .post(
                        "/access-requests/" + request + "/redeem",
                        Map.of("code", House.get().outbox().codeTo(dog.mail(), letters + 2)))
                .mustBe(201);
        other.doctor.get("/patients/" + dog.id() + "/chart").mustBe(200);
    }

    @Test
    void nobody_refers_without_an_open_grant_or_to_an_unchecked_clinic() {
        Scene.Chart dog = scene.dog();
        refer(dog, other, Map.of()).mustBe(403); // registered here today: known, but not open
        scene.openTo(dog);
        refer(dog, Scene.open(), Map.of()).mustBe(400);
    }

    @Test
    void a_person_who_is_kept_out_is_answered_like_a_stranger_everywhere() {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        String visit = scene.signed(dog);
        String name = Rows.text("SELECT given_name FROM records.patient WHERE id = ?::uuid", dog.id());
        assertThat(dog.owner()
                        .get("/patients/" + dog.id() + "/blocks/candidates")
                        .mustBe(200)
                        .json()
                        .findValuesAsText("id"))
                .contains(scene.doctorId, scene.otherDoctorId);
        String block = keepOut(dog, Map.of("account_id", scene.doctorId, "even_in_emergency", false))
                .mustBe(201)
                .text("id");
        keepOut(dog, Map.of("account_id", scene.doctorId, "even_in_emergency", false))
                .mustBe(409);

        for (String part : List.of("", "/chart", "/records", "/banner", "/access", "/conditions")) {
            scene.doctor.get("/patients/" + dog.id() + part).mustBe(404);
        }
        // A record of the own clinic is answered as to a colleague whom nobody let in.
        scene.doctor.get("/medical-records/" + visit).mustBe(403);
        scene.doctor
                .post("/patients/" + dog.id() + "/access/request", Map.of("purpose", "Check of the hip"))
                .mustBe(404);
        assertThat(scene.doctor.get("/patients?limit=200").mustBe(200).text()).doesNotContain(dog.id());
        assertThat(scene.doctor
                        .get("/patients?name=" + name)
                        .mustBe(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(visible(scene.doctorId, "records.patient", "id", dog.id())).isZero();
        assertThat(visible(scene.doctorId, "records.visit", "patient_id", dog.id()))
                .isZero();
        // Not in an emergency: the owner did not say so.
        scene.doctor
                .post(
                        "/patients/" + dog.id() + "/access/emergency",
                        Map.of("reason", "Brought in unconscious by a neighbour"))
                .mustBe(201);

        dog.owner().delete("/blocks/" + block).mustBe(200);
        dog.owner().delete("/blocks/" + block).mustBe(409);
        scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(200);
    }

    @Test
    void a_clinic_that_is_kept_out_even_in_emergencies_opens_nothing() {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        String waiting = other.desk
                .post("/patients/" + dog.id() + "/access/request", Map.of("purpose", "Check of the hip"))
                .mustBe(201)
                .text("id");
        for (Scene clinic : List.of(scene, other)) {
            keepOut(dog, Map.of("clinic_id", clinic.clinic, "even_in_emergency", true))
                    .mustBe(201);
        }
        for (Scene clinic : List.of(scene, other)) {
            clinic.doctor.get("/patients/" + dog.id() + "/chart").mustBe(404);
            clinic.desk.get("/patients/" + dog.id() + "/banner").mustBe(404);
            clinic.desk
                    .post("/patients/" + dog.id() + "/access/request", Map.of("purpose", "Check of the hip"))
                    .mustBe(404);
            clinic.doctor
                    .post(
                            "/patients/" + dog.id() + "/access/emergency",
                            Map.of("reason", "Brought in unconscious by a neighbour"))
                    .mustBe(404);
            assertThat(visible(clinic.doctorId, "records.patient", "id", dog.id()))
                    .isZero();
        }
        other.desk.get("/access-requests/" + waiting).mustBe(404);
        assertThat(other.desk
                        .get("/clinics/" + other.clinic + "/access-requests?limit=200")
                        .mustBe(200)
                        .text())
                .doesNotContain(waiting);
    }

    @Test
    void the_second_wall_refuses_what_a_blocked_doctor_writes_past_the_first() throws SQLException {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        keepOut(dog, Map.of("account_id", scene.doctorId, "even_in_emergency", true))
                .mustBe(201);
        assertThat(refusedBySecondWall("""
                        INSERT INTO access.access_grant (id, patient_id, clinic_id, doctor_id, basis, purpose, granted_at, expires_at)
                        VALUES (gen_random_uuid(), '%s', '%s', '%s', 'EMERGENCY', 'Past the first wall', now(), now() + interval '1 hour')""".formatted(dog.id(), scene.clinic, scene.doctorId)))
                .isTrue();
        assertThat(refusedBySecondWall("""
                        INSERT INTO access.access_request (id, patient_id, clinic_id, requested_by, purpose, grant_hours, status, created_at, expires_at)
                        VALUES (gen_random_uuid(), '%s', '%s', '%s', 'Past the first wall', 1, 'PENDING', now(), now() + interval '1 hour')""".formatted(dog.id(), scene.clinic, scene.doctorId)))
                .isTrue();
    }

    private static boolean refusedBySecondWall(String statement) throws SQLException {
        try (Connection connection = House.get().connect(DatabaseRole.APP)) {
            connection.setAutoCommit(false);
            try (var act = connection.createStatement()) {
                act.execute("SELECT set_config('chiron.account_id', '" + scene.doctorId + "', true)");
                act.execute(statement);
                return false;
            } catch (SQLException refused) {
                return "42501".equals(refused.getSQLState());
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void remarks_among_professionals_are_read_by_the_owner_and_the_doctor() {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        String visit = scene.signed(dog);
        scene.doctor
                .post(
                        "/medical-records/" + visit + "/addenda",
                        Map.of("text", "Beware of bites", "audience", "professionals"))
                .mustBe(201);
        for (var reader : List.of(scene.doctor, dog.owner(), scene.boss)) {
            assertThat(reader.get("/medical-records/" + visit).mustBe(200).text("addenda/0/audience"))
                    .isEqualTo("professionals");
        }
        // Somebody with whom the owner shares reads the visit, and no such remark: the second wall.
        String friend = Rows.text(
                "SELECT id::text FROM access.account WHERE email = ?",
                scene.dog().mail());
        share(dog, friend);
        assertThat(visible(friend, "records.visit", "patient_id", dog.id())).isEqualTo(1);
        assertThat(visible(friend, "records.visit_addendum", "patient_id", dog.id()))
                .isZero();
        scene.doctor
                .post("/medical-records/" + visit + "/addenda", Map.of("text", "For everybody"))
                .mustBe(201);
        assertThat(visible(friend, "records.visit_addendum", "patient_id", dog.id()))
                .isEqualTo(1);
    }

    private static void share(Scene.Chart chart, String friend) {
        String owner = Rows.text("SELECT id::text FROM access.account WHERE email = ?", chart.mail());
        String invitation = Rows.text("""
                INSERT INTO access.invitation (id, invitation_type, patient_id, sent_by, sent_to, addressed_to, title, permission_level, status, created_at, expires_at, responded_at)
                VALUES (gen_random_uuid(), 'PATIENT_SHARE', ?::uuid, ?::uuid, ?::uuid, 'friend@example.org', 'See', 'FULL', 'ACCEPTED', now(), now() + interval '1 day', now()) RETURNING id::text""", chart.id(), owner, friend);
        Rows.change("""
                INSERT INTO access.patient_share (id, patient_id, shared_by, shared_with, permission_level, invitation_id, started_at)
                VALUES (gen_random_uuid(), ?::uuid, ?::uuid, ?::uuid, 'FULL', ?::uuid, now() - interval '1 minute')""", chart.id(), owner, friend, invitation);
    }

    /** How many rows the application's role sees of a table for an account. */
    private static long visible(String account, String table, String column, String id) {
        try (Connection connection = House.get().connect(DatabaseRole.APP)) {
            connection.setAutoCommit(false);
            try (PreparedStatement actor =
                    connection.prepareStatement("SELECT set_config('chiron.account_id', ?, true)")) {
                actor.setString(1, account);
                actor.execute();
            }
            try (PreparedStatement count =
                    connection.prepareStatement("SELECT count(*) FROM " + table + " WHERE " + column + " = ?::uuid")) {
                count.setString(1, id);
                try (ResultSet rows = count.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Answer refer(Scene.Chart chart, Scene to, Map<String, Object> more) {
        Map<String, Object> body =
                new java.util.HashMap<>(Map.of("clinic_id", to.clinic, "purpose", "Surgery of the hip"));
        body.putAll(more);
        return scene.doctor.post("/patients/" + chart.id() + "/access/refer", body);
    }

    private static Answer keepOut(Scene.Chart chart, Map<String, Object> whom) {
        return chart.owner().post("/patients/" + chart.id() + "/blocks", whom);
    }
}
