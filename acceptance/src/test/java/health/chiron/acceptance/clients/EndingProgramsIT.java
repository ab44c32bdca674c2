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
