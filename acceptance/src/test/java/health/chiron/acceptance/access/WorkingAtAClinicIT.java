package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.launcher.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Associations: they end and begin at once, they carry rights, and a clinic keeps somebody who runs it (checks 4 and 10). */
class WorkingAtAClinicIT {
    private Scene scene;

    @BeforeEach
    void a_clinic() {
        scene = Scene.open();
    }

    private Answer person(String account) {
        return scene.boss.get(people() + "/" + account).mustBe(200);
    }

    private String people() {
        return "/clinics/" + scene.clinic + "/people";
    }

    private Answer let(String account, List<String> rights) {
        return scene.boss.put(
                people() + "/" + account,
                Map.of("employment_type", "part_time", "rights", rights),
                person(account).etag());
    }

    private String account(String who) {
        return Rows.text("SELECT id::text FROM access.account WHERE username = ?", scene.username(who));
    }

    @Test
    void whoever_has_left_is_out_with_the_token_still_alive_and_back_when_resumed() {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        String visit = scene.signed(dog);
        String end = people() + "/" + scene.doctorId + "/end";
        scene.boss.post(end, null).mustBe(200);

        scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(404);
        scene.doctor.get("/medical-records/" + visit).mustBe(404);
        scene.doctor.get("/clinics/" + scene.clinic).mustBe(404);
        scene.doctor.get("/auth/me").mustBe(200);
        assertThat(scene.boss.get("/clinics/" + scene.clinic + "/doctors").text())
                .doesNotContain(scene.doctorId);
        scene.boss.post(end, null).mustBe(409);

        scene.boss.post(people() + "/" + scene.doctorId + "/resume", null).mustBe(200);
        scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(200);
        assertThat(scene.boss
                        .get(people() + "/" + scene.doctorId + "/history")
                        .mustBe(200)
                        .json()
                        .findValuesAsText("change"))
                .containsExactly("resumed", "ended", "joined");
    }

    @Test
    void the_open_page_of_somebody_who_has_left_does_nothing() {
        Portal desk = House.get().portal().mustSignIn(scene.username("desk"), Scene.PASSWORD);
        Map<String, String> form = desk.get("register").form("register");
        scene.boss.post(people() + "/" + account("desk") + "/end", null).mustBe(200);
        form.put("register:givenName", "Stray");
        form.put("register:species", "DOG");
        form.put("register:sex", "MALE");
        form.put("register:owner_fullName", "Somebody");
        form.put("register:owner_email", "somebody-" + Scene.next() + "@example.org");
        form.put("register:save", "");
        desk.post("register", form);

        assertThat(Rows.count(
                        "SELECT count(*) FROM records.patient WHERE registered_clinic_id = ?::uuid", scene.clinic))
                .isZero();
        assertThat(desk.get("accesses").status()).isEqualTo(404);
    }

    @Test
    void a_right_taken_away_is_gone_from_an_open_page_of_the_portal() {
        Scene.Chart dog = scene.dog();
        Portal desk = House.get().portal().mustSignIn(scene.username("desk"), Scene.PASSWORD);
        String ask = "ask?patient=" + dog.id();
        Map<String, String> form = desk.get(ask).filledForm("ask");
        form.put("ask:purpose", "Check of the hip");
        form.put("ask:send", "");
        let(account("desk"), List.of("register_patients")).mustBe(200);
        desk.post(ask, form);
        assertThat(Rows.count("SELECT count(*) FROM access.access_request WHERE patient_id = ?::uuid", dog.id()))
                .isZero();
        // The very same form, once the right is back.
        let(account("desk"), List.of("request_access", "register_patients")).mustBe(200);
        desk.post(ask, form);
        assertThat(Rows.count("SELECT count(*) FROM access.access_request WHERE patient_id = ?::uuid", dog.id()))
                .isOne();
    }

    @Test
    void a_right_taken_away_is_gone_at_the_next_call() {
        Scene.Chart dog = scene.dog();
        Map<String, Object> wish = Map.of("purpose", "Check of the hip");
        String desk = account("desk");
        let(desk, List.of("register_patients")).mustBe(200);
        Answer asked = scene.desk
                .post("/patients/" + dog.id() + "/access/request", wish)
                .mustBe(403);
        assertThat(asked.text("code")).isEqualTo("access/right-missing");

        let(desk, List.of("request_access")).mustBe(200);
        scene.desk.post("/patients/" + dog.id() + "/access/request", wish).mustBe(201);
        assertThat(scene.desk
                        .post(
                                "/patients",
                                Map.of(
                                        "patient",
                                        Map.of("kind", "animal", "given_name", "No", "sex", "male", "species", "dog"),
                                        "owner",
                                        Map.of("full_name", "O", "email", "o-" + Scene.next() + "@example.org")))
                        .mustBe(403)
                        .text("code"))
                .isEqualTo("access/right-missing");
        assertThat(let(desk, List.of("emergency")).mustBe(400).fields()).containsExactly("rights");
    }

    @Test
    void a_doctor_without_the_right_to_write_reads_and_both_walls_keep_the_pen() throws SQLException {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        Answer draft = scene.draft(dog);
        let(scene.doctorId, List.of("request_access", "emergency")).mustBe(200);

        scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(200);
        scene.doctor.get("/medical-records/" + draft.text("id")).mustBe(200);
        for (Answer refused : List.of(
                scene.doctor.post(
                        "/patients/" + dog.id() + "/records",
                        Map.of(
                                "visit_type", "routine_checkup",
                                "visit_date", "2026-11-20T10:00:00Z",
                                "chief_complaint", "Limps")),
                scene.doctor.post("/medical-records/" + draft.text("id") + "/sign", null, draft.etag()),
                scene.doctor.post(
                        "/patients/" + dog.id() + "/family-members", Map.of("name", "Ada", "relationship", "aunt")))) {
            assertThat(refused.mustBe(403).text("code")).isEqualTo("access/right-missing");
        }
        String change = "UPDATE records.visit SET chief_complaint = 'planted' WHERE id = '" + draft.text("id") + "'";
        try (Connection connection = House.get().connect(DatabaseRole.APP);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('chiron.account_id', '" + scene.doctorId + "', true)");
            assertThat(statement.executeUpdate(change)).isZero();
            connection.rollback();
        }

        let(scene.doctorId, List.of("write_records")).mustBe(200);
        scene.doctor
                .post("/medical-records/" + draft.text("id") + "/sign", null, draft.etag())
                .mustBe(200);
    }

    @Test
    void the_second_wall_asks_for_the_right_as_well() throws SQLException {
        Scene.Chart dog = scene.dog();
        let(account("desk"), List.of()).mustBe(200);
        String insert = """
                INSERT INTO access.access_request (id, patient_id, clinic_id, requested_by, purpose, grant_hours, status, created_at, expires_at)
                VALUES (gen_random_uuid(), '%s', '%s', '%s', 'planted', 1, 'PENDING', now(), now() + interval '1 hour')""";
        try (Connection connection = House.get().connect(DatabaseRole.APP);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('chiron.account_id', '" + account("desk") + "', true)");
            assertThatThrownBy(() -> statement.execute(insert.formatted(dog.id(), scene.clinic, account("desk"))))
                    .hasMessageContaining("row-level security");
            connection.rollback();
            statement.execute("SELECT set_config('chiron.account_id', '" + scene.doctorId + "', true)");
            statement.execute(insert.formatted(dog.id(), scene.clinic, scene.doctorId));
            connection.rollback();
        }
    }

    @Test
    void a_change_based_on_an_old_version_is_refused() {
        String old = person(scene.doctorId).etag();
        let(scene.doctorId, List.of("emergency")).mustBe(200);
        scene.boss
                .put(people() + "/" + scene.doctorId, Map.of("employment_type", "full_time", "rights", List.of()), old)
                .mustBe(412);
        assertThat(person(scene.doctorId).text("rights/0")).isEqualTo("emergency");
    }

    @Test
    void the_last_administrator_goes_only_by_the_hand_of_the_platform() {
        String boss = account("boss");
        assertThat(scene.boss
                        .post(people() + "/" + boss + "/end", null)
                        .mustBe(409)
                        .text("code"))
                .isEqualTo("clinic/last-administrator");
        House.get().administrator().post(people() + "/" + boss + "/end", null).mustBe(200);
        scene.boss.get(people()).mustBe(404);
    }

    @Test
    void of_two_administrators_who_end_each_other_at_once_one_stays() {
        for (int round = 0; round < 5; round++) {
            Scene own = Scene.open();
            Api second = own.another("clinic_admin", "second");
            String people = "/clinics/" + own.clinic + "/people/";
            String first = Rows.text("SELECT id::text FROM access.account WHERE username = ?", own.username("boss"));
            String other = Rows.text("SELECT id::text FROM access.account WHERE username = ?", own.username("second"));
            Race.of(List.<Callable<Answer>>of(
                    () -> own.boss.post(people + other + "/end", null),
                    () -> second.post(people + first + "/end", null)));
            assertThat(Rows.count(
                            "SELECT count(*) FROM access.clinic_member m JOIN access.account a ON a.id = m.account_id AND a.kind = 'CLINIC_ADMIN' WHERE m.clinic_id = ?::uuid AND m.active",
                            own.clinic))
                    .isEqualTo(1);
        }
    }

    /** The race above rarely meets in the one instant that matters; here the first waits there until the second has come. */
    @Test
    void the_second_who_ends_an_administrator_waits_until_the_first_is_done() throws Exception {
        Scene own = Scene.open();
        own.another("clinic_admin", "second");
        String first = Rows.text("SELECT id::text FROM access.account WHERE username = ?", own.username("boss"));
        String other = Rows.text("SELECT id::text FROM access.account WHERE username = ?", own.username("second"));
        try (Connection one = entered(first);
                Connection two = entered(other);
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            end(one, other, own.clinic);
            Future<?> second = thread.submit(() -> {
                end(two, first, own.clinic);
                two.commit();
                return null;
            });
            Race.untilWaiting("UPDATE access.clinic_member", second);
            one.commit();
            assertThatThrownBy(() -> second.get(20, TimeUnit.SECONDS))
                    .hasMessageContaining("a clinic keeps an administrator");
        }
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.clinic_member m JOIN access.account a ON a.id = m.account_id AND a.kind = 'CLINIC_ADMIN' WHERE m.clinic_id = ?::uuid AND m.active",
                        own.clinic))
                .isEqualTo(1);
    }

    private static Connection entered(String account) throws SQLException {
        Connection connection = House.get().connect(DatabaseRole.APP);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('chiron.account_id', '" + account + "', true)");
        }
        return connection;
    }

    private static void end(Connection connection, String account, String clinic) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "UPDATE access.clinic_member SET active = false, ended_at = now() WHERE account_id = '"
                                    + account + "' AND clinic_id = '" + clinic + "'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void an_invitation_answers_the_same_whether_there_is_such_an_account() {
        Scene other = Scene.open();
        String invitations = "/clinics/" + other.clinic + "/invitations";
        Answer known = other.boss
                .post(invitations, Map.of("addressed_to", scene.username("doc").toUpperCase(java.util.Locale.ROOT)))
                .mustBe(201);
        Answer unknown = other.boss
                .post(invitations, Map.of("addressed_to", "nobody-" + Scene.next()))
                .mustBe(201);
        assertThat(fieldsOf(known)).isEqualTo(fieldsOf(unknown));

        String waiting = scene.doctor.get("/clinic-invitations").mustBe(200).text("invitations/0/id");
        assertThat(waiting).isEqualTo(known.text("id"));
        scene.otherDoctor
                .post("/clinic-invitations/" + waiting + "/accept", null)
                .mustBe(404);
        scene.doctor.post("/clinic-invitations/" + waiting + "/decline", null).mustBe(204);
        assertThat(other.boss.get(invitations).json().path("total").asInt())
                .as("declined or not, the clinic sees no difference")
                .isEqualTo(2);
        other.boss.delete(invitations + "/" + waiting).mustBe(204);
        other.boss.delete(invitations + "/" + unknown.text("id")).mustBe(204);
    }

    private static List<String> fieldsOf(Answer answer) {
        List<String> names = new java.util.ArrayList<>();
        answer.json().fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void whoever_accepts_works_at_both_clinics_from_the_next_call_on() {
        Scene other = Scene.open();
        other.boss
                .post(
                        "/clinics/" + other.clinic + "/invitations",
                        Map.of("addressed_to", scene.username("doc"), "employment_type", "visiting"))
                .mustBe(201);
        String waiting = scene.doctor.get("/clinic-invitations").text("invitations/0/id");
        List<Answer> answers = Race.of(List.<Callable<Answer>>of(
                () -> scene.doctor.post("/clinic-invitations/" + waiting + "/accept", null),
                () -> scene.doctor.post("/clinic-invitations/" + waiting + "/accept", null)));
        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(204, 404);

        scene.doctor.get("/clinics/" + other.clinic).mustBe(200);
        scene.doctor.get("/clinics/" + scene.clinic).mustBe(200);
        Answer there = other.boss
                .get("/clinics/" + other.clinic + "/people/" + scene.doctorId)
                .mustBe(200);
        assertThat(there.text("employment_type")).isEqualTo("visiting");
        assertThat(there.text("rights/0")).isEqualTo("request_access");
    }

    @Test
    void what_happened_to_an_association_cannot_be_changed() throws SQLException {
        for (String attempt : List.of(
                "UPDATE access.clinic_member_change SET change = 'JOINED'",
                "DELETE FROM access.clinic_member_change")) {
            try (Connection connection = House.get().connect(DatabaseRole.APP);
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(attempt))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
        }
    }
}
