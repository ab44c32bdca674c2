package health.chiron.acceptance.clients;

import static health.chiron.acceptance.house.PastTheApplication.as;
import static health.chiron.acceptance.house.PastTheApplication.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Consents;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Programs;
import health.chiron.acceptance.house.Programs.Program;
import health.chiron.acceptance.house.Programs.Secret;
import health.chiron.acceptance.house.Race;
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

/** What ends, ends at the next request; what is replaced, is replaced without a gap; and the database keeps to it by itself. */
class EndingProgramsIT {
    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    @Test
    void a_secret_is_replaced_without_a_moment_in_which_none_works() {
        Program program = Programs.letIn(scene, "system/Patient.rs");
        Secret old = program.secret();
        Api first = program.signIn(old);
        Secret next = program.secret();
        program.signIn(old).get("/patients").mustBe(200);
        Api second = program.signIn(next);
        program.retire(old.credential()).mustBe(200);

        second.get("/patients").mustBe(200);
        program.signIn(next).get("/patients").mustBe(200);
        first.get("/patients").mustBe(401);
        assertThat(Programs.askBasic(program.id(), old.value(), Map.of())
                        .mustBe(401)
                        .text("error"))
                .isEqualTo("invalid_client");
        assertThat(program.retire(old.credential()).mustBe(409).text("code")).isEqualTo("client/credential-over");
    }

    @Test
    void held_back_it_stops_at_once_and_goes_on_with_a_new_token() {
        Program program = Programs.letIn(scene, "system/Patient.rs");
        Secret secret = program.secret();
        Api api = program.signIn(secret);
        api.get("/patients").mustBe(200);
        program.act(scene.boss, "suspend").mustBe(200);
        api.get("/patients").mustBe(401);
        assertThat(Programs.askBasic(program.id(), secret.value(), Map.of())
                        .mustBe(403)
                        .text("error"))
                .isEqualTo("unauthorized_client");
        program.act(scene.boss, "resume").mustBe(200);
        api.get("/patients").mustBe(401);
        program.signIn(secret).get("/patients").mustBe(200);
    }

    @Test
    void what_the_platform_holds_back_the_clinic_does_not_let_go_on() {
        Program program = Programs.letIn(scene, "system/Patient.rs");
        program.act(House.get().administrator(), "suspend").mustBe(200);
        assertThat(program.act(scene.boss, "resume").mustBe(409).text("code")).isEqualTo("client/held-by-platform");
        program.act(House.get().administrator(), "resume").mustBe(200);
    }

    @Test
    void revoked_it_is_over_for_good() {
        Program program = Programs.letIn(scene, "system/Patient.rs");
        Secret secret = program.secret();
        Api api = program.signIn(secret);
        program.act(scene.boss, "revoke").mustBe(200);
        api.get("/patients").mustBe(401);
        Programs.askBasic(program.id(), secret.value(), Map.of()).mustBe(403);
        program.act(House.get().administrator(), "resume").mustBe(409);
    }

    @Test
    void its_administrators_see_which_tokens_are_out_and_when_each_was_last_used() {
        Program program = Programs.letIn(scene, "system/Patient.rs");
        assertThat(open(program)).isEmpty();
        Secret secret = program.secret();
        program.signIn(secret);
        String first = session(program);
        Api narrow = program.signIn(secret, Map.of("scope", "system/Patient.s"));
        String second = session(program);
        Rows.change(
                "UPDATE access.session SET started_at = started_at - interval '2 minutes', last_used_at = last_used_at - interval '2 minutes' WHERE account_id = ?::uuid",
                program.id());
        narrow.get("/pharmacies").mustBe(403); // refused is used as well

        for (Api keeper : List.of(scene.boss, House.get().administrator())) {
            Answer list = keeper.get(program.sessions()).mustBe(200);
            assertThat(list.json().path("sessions").findValuesAsText("id")).containsExactly(second, first);
            assertThat(list.json().path("sessions").findValuesAsText("scopes"))
                    .containsExactly("system/Patient.s", "system/Patient.rs");
            assertThat(list.json().path("sessions").findValuesAsText("credential_id"))
                    .containsOnly(secret.credential());
            assertThat(list.text("sessions/0/credential_label")).startsWith("Machine ");
            assertThat(list.text("sessions/0/address")).isNotEmpty();
            assertThat(Instant.parse(list.text("sessions/0/last_used_at")))
                    .isAfter(Instant.parse(list.text("sessions/0/started_at")).plusSeconds(60));
            assertThat(list.text("sessions/1/last_used_at")).isEqualTo(list.text("sessions/1/started_at"));
            assertThat(list.text("total")).isEqualTo("2");
            assertThat(keeper.get(program.sessions() + "?limit=1&offset=1")
                            .mustBe(200)
                            .json()
                            .findValuesAsText("id"))
                    .containsExactly(first);
        }
        assertThat(scene.boss.get(program.sessions() + "?limit=0").mustBe(400).fields())
                .containsExactly("limit");
    }

    @Test
    void one_token_is_ended_by_whom_it_concerns_and_the_other_goes_on() {
        Program program = Programs.letIn(scene, "system/Patient.rs");
        Secret secret = program.secret();
        Api ended = program.signIn(secret);
        String one = program.sessions() + "/" + session(program);
        Api other = program.signIn(secret);
        Api stranger = Scene.open().boss;
        stranger.get(program.sessions()).mustBe(404);
        stranger.delete(one).mustBe(404);
        stranger.delete(program.sessions()).mustBe(404);
        Program neighbour = Programs.letIn(scene, "system/Patient.rs");
        scene.boss
                .delete(neighbour.sessions() + "/" + session(program))
                .mustBe(404); // of the same clinic, of another program
        ended.get("/patients").mustBe(200);

        List<Answer> answers = Race.of(8, () -> scene.boss.delete(one));

        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 404).hasSize(7);
        ended.get("/patients").mustBe(401);
        other.get("/patients").mustBe(200);
        assertThat(open(program)).hasSize(1);
        assertThat(Rows.texts(
                        "SELECT DISTINCT end_reason FROM access.session WHERE account_id = ?::uuid AND ended_at IS NOT NULL",
                        program.id()))
                .containsExactly("REVOKED");
    }

    @Test
    void all_tokens_are_ended_and_a_credential_that_holds_gets_a_new_one() {
        Program program = Programs.letIn(scene, "system/Patient.rs");
        Secret secret = program.secret();
        for (Api keeper : List.of(scene.boss, House.get().administrator())) {
            List<Api> out = List.of(program.signIn(secret), program.signIn(secret));
            assertThat(keeper.delete(program.sessions()).mustBe(200).text("id")).isEqualTo(program.id());
            out.forEach(token -> token.get("/patients").mustBe(401));
            assertThat(open(program)).isEmpty();
        }
        program.signIn(secret).get("/patients").mustBe(200);
    }

    @Test
    void an_administrator_without_the_right_for_integrations_sees_tokens_and_ends_none() {
        Scene other = Scene.open();
        Program program = Programs.letIn(other, "system/Patient.rs");
        Api api = program.signIn(program.secret());
        Rows.change(
                "UPDATE access.clinic_member SET rights = 'REQUEST_ACCESS' WHERE account_id = ?::uuid",
                account(other.username("boss")));
        other.boss.get(program.sessions()).mustBe(200);
        other.boss.delete(program.sessions() + "/" + session(program)).mustBe(403);
        other.boss.delete(program.sessions()).mustBe(403);
        api.get("/patients").mustBe(200);
    }

    private static List<String> open(Program program) {
        return scene.boss.get(program.sessions()).mustBe(200).json().findValuesAsText("id");
    }

    @Test
    void it_ends_with_its_clinic() {
        Scene closing = Scene.open();
        Program program = Programs.letIn(closing, "system/Organization.r system/Practitioner.r");
        Secret secret = program.secret();
        Api api = program.signIn(secret);
        api.get("/pharmacies").mustBe(200);
        Rows.change("UPDATE access.clinic SET active = false WHERE id = ?::uuid", closing.clinic);
        api.get("/pharmacies").mustBe(401);
        Programs.askBasic(program.id(), secret.value(), Map.of()).mustBe(403);
    }

    @Test
    void what_is_no_longer_allowed_is_taken_from_tokens_that_are_out() {
        Program program = Programs.letIn(scene, "system/Patient.rs");
        Api api = program.signIn(program.secret());
        api.get("/patients").mustBe(200);
        // Only the platform may; the house has no such button, and the next one finds the token narrowed.
        change(
                account(House.get().stack().firstAdministrator().username()),
                "UPDATE access.api_client SET scopes_allowed = 'system/Patient.r' WHERE id = '" + program.id() + "'");
        api.get("/patients").mustBe(403);
    }

    @Test
    void five_credentials_at_the_most_however_many_are_added_at_once() {
        Program program = Programs.letIn(scene, "system/Patient.rs");
        List<Answer> answers = Race.of(
                12,
                () -> scene.boss.post(
                        "/clients/" + program.id() + "/credentials", Map.of("kind", "secret", "label", "Many")));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(
                        answer -> assertThat(answer.mustBe(409).text("code")).isEqualTo("client/too-many-credentials"));
    }

    private static void change(String account, String sql) {
        try (Connection connection = House.get().connect(DatabaseRole.APP);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('chiron.account_id', '" + account + "', true)");
            statement.execute(sql);
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String account(String username) {
        return Rows.text("SELECT id::text FROM access.account WHERE username = ?", username);
    }

    @Test
    void past_the_application_nobody_lets_in_what_waits() throws SQLException {
        Program waiting = Programs.registered(scene, "system/Patient.rs");
        String boss = account(scene.username("boss"));
        String approve =
                "UPDATE access.api_client SET state = 'APPROVED', scopes_allowed = scopes_wanted, decided_at = now(), decided_by = '%s' WHERE id = '%s'";
        as(
                boss,
                sql -> assertThatThrownBy(() -> sql.execute(approve.formatted(boss, waiting.id())))
                        .hasMessageContaining("the platform decides"));
        String platform = account(House.get().stack().firstAdministrator().username());
        as(
                platform,
                sql -> assertThatThrownBy(() -> sql.execute(approve.formatted(boss, waiting.id())))
                        .hasMessageContaining("api_client_decided_by_another"));
        as(platform, sql -> {
            sql.execute(approve.formatted(platform, waiting.id()));
            assertThatThrownBy(() -> sql.execute("SET CONSTRAINTS ALL IMMEDIATE"))
                    .hasMessageContaining("follows its registration");
        });
        String stranger = account(Scene.open().username("boss"));
        as(stranger, sql -> {
            assertThat(count(sql, "SELECT count(*) FROM access.api_client WHERE id = '" + waiting.id() + "'"))
                    .isZero();
            assertThat(sql.executeUpdate(
                            "UPDATE access.api_client SET state = 'REVOKED' WHERE id = '" + waiting.id() + "'"))
                    .isZero();
        });
    }

    @Test
    void past_the_application_a_program_that_is_over_stays_over_and_gets_no_password() throws SQLException {
        Program program = Programs.letIn(scene, "system/Patient.rs");
        program.act(scene.boss, "revoke").mustBe(200);
        String platform = account(House.get().stack().firstAdministrator().username());
        as(
                platform,
                sql -> assertThatThrownBy(() -> sql.execute(
                                "UPDATE access.api_client SET state = 'APPROVED' WHERE id = '" + program.id() + "'"))
                        .hasMessageContaining("stays over"));
        as(platform, sql -> {
            sql.execute("UPDATE access.account SET status = 'ACTIVE' WHERE id = '" + program.id() + "'");
            assertThatThrownBy(() -> sql.execute("SET CONSTRAINTS ALL IMMEDIATE"))
                    .hasMessageContaining("follows its registration");
        });
        as(platform, sql -> {
            sql.execute("UPDATE access.account SET password_hash = 'x' WHERE id = '" + program.id() + "'");
            assertThatThrownBy(() -> sql.execute("SET CONSTRAINTS ALL IMMEDIATE"))
                    .hasMessageContaining("follows its registration");
        });
    }

    @Test
    void past_the_application_a_program_sees_what_its_sessions_scopes_say() throws SQLException {
        Scene.Chart open = scene.dog();
        scene.openToClinic(open);
        scene.signed(open);
        scene.draft(open);
        Scene.Chart ofDoctor = scene.dog();
        scene.openTo(ofDoctor);
        scene.signed(ofDoctor);
        Program program = Programs.letIn(scene, "system/Patient.rs system/Encounter.r");
        Secret secret = program.secret();
        program.signIn(secret);
        String all = session(program);
        program.signIn(secret, Map.of("scope", "system/Patient.s"));
        String narrow = session(program);
        String visits = "SELECT count(*) FROM records.visit";
        as(program.id(), sql -> {
            assertThat(count(sql, visits)).as("no session").isZero();
            sql.execute("SELECT set_config('chiron.session_id', '" + all + "', true)");
            assertThat(count(sql, visits))
                    .as("signed, of the patient open to the clinic")
                    .isEqualTo(1);
            assertThat(count(sql, "SELECT count(*) FROM records.patient")).isEqualTo(1);
            sql.execute("SELECT set_config('chiron.session_id', '" + narrow + "', true)");
            assertThat(count(sql, visits)).as("no scope for visits").isZero();
            assertThat(count(sql, "SELECT count(*) FROM records.patient")).isEqualTo(1);
        });
        Consents exchange = Consents.toExchange(scene, open);
        exchange.takeBack(exchange.sign());
        as(program.id(), sql -> {
            sql.execute("SELECT set_config('chiron.session_id', '" + all + "', true)");
            assertThat(count(sql, visits)).as("consent taken back").isZero();
            assertThat(count(sql, "SELECT count(*) FROM records.patient")).isZero();
        });
        String other = account(scene.username("desk"));
        as(other, sql -> {
            sql.execute("SELECT set_config('chiron.session_id', '" + all + "', true)");
            assertThat(count(sql, visits)).as("another's session").isZero();
        });
    }

    @Test
    void past_the_application_what_was_brought_in_is_for_programs_that_bring_in() throws SQLException {
        Scene.Chart chart = scene.dog();
        Rows.change(
                "UPDATE records.patient SET source_system = 'urn:test', source_id = id::text WHERE id = ?::uuid",
                chart.id());
        String seen = "SELECT count(*) FROM records.patient WHERE id = '" + chart.id() + "'";
        Program reader = Programs.letIn(scene, "system/Patient.rs");
        Program bringer = Programs.letIn(scene, "system/Bundle.c");
        reader.signIn(reader.secret());
        bringer.signIn(bringer.secret());
        as(reader.id(), sql -> {
            sql.execute("SELECT set_config('chiron.session_id', '" + session(reader) + "', true)");
            assertThat(count(sql, seen)).isZero();
        });
        as(bringer.id(), sql -> {
            sql.execute("SELECT set_config('chiron.session_id', '" + session(bringer) + "', true)");
            assertThat(count(sql, seen)).isEqualTo(1);
        });
    }

    private static String session(Program program) {
        return Rows.text(
                "SELECT id::text FROM access.session WHERE account_id = ?::uuid ORDER BY started_at DESC LIMIT 1",
                program.id());
    }
}
