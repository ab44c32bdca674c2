package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Authenticator;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second factor, at the portal and over the API: asked everywhere, each code once, tries counted (checks 25, 28, 30). */
class UsingASecondFactorIT {
    private Scene scene;
    private String username;

    @BeforeEach
    void an_account() {
        scene = Scene.open();
        username = scene.username("desk");
    }

    @Test
    void it_is_asked_at_the_token_endpoint() {
        Authenticator app = enrol().app();
        assertThat(tokens(null).mustBe(401).text("code")).isEqualTo("sign-in/second-factor-needed");
        assertThat(tokens(app.wrong()).mustBe(401).text("code")).isEqualTo("sign-in/failed");
        tokens(app.code(0)).mustBe(200);
    }

    @Test
    void the_portals_cookie_opens_nothing_before_the_code() {
        Authenticator app = enrol().app();
        Portal portal = House.get().portal();
        Portal.Page asked = portal.signIn(username, Scene.PASSWORD);
        assertThat(asked.location()).endsWith("/portal/second-step");
        for (String page : List.of("desk", "account", "sessions", "second-factor", "recovery-codes", "home")) {
            assertThat(portal.get(page).leadsToSignIn()).as(page).isTrue();
        }
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.session s JOIN access.account a ON a.id = s.account_id WHERE a.username = ? AND s.channel = 'PORTAL'",
                        username))
                .isZero();
        portal.signIn(username, Scene.PASSWORD);
        assertThat(code(portal, app.wrong()).text()).contains("This is not right");
        String before = portal.cookie();
        assertThat(code(portal, app.code(0)).location()).endsWith("/portal/desk");
        assertThat(portal.cookie()).isNotEqualTo(before);
        assertThat(portal.get("desk").status()).isEqualTo(200);
        assertThat(Portal.with(before).get("desk").leadsToSignIn()).isTrue();
    }

    @Test
    void the_second_page_is_nothing_without_the_first() {
        assertThat(House.get().portal().get("second-step").leadsToSignIn()).isTrue();
        assertThat(House.get().portal().get("new-password").leadsToSignIn()).isTrue();
        assertThat(House.get().portal().get("set-up-factor").leadsToSignIn()).isTrue();
    }

    @Test
    void a_step_of_signing_in_is_over_after_ten_minutes_and_with_the_account() {
        Authenticator app = enrol().app();
        Portal late = House.get().portal();
        late.signIn(username, Scene.PASSWORD);
        Rows.change(
                "UPDATE access.sign_in_step SET begun_at = begun_at - interval '11 minutes', expires_at = expires_at - interval '11 minutes'");
        assertThat(code(late, app.code(0)).text()).contains("This sign-in has taken too long");

        Portal retired = House.get().portal();
        retired.signIn(username, Scene.PASSWORD);
        String id = Rows.text("SELECT id::text FROM access.account WHERE username = ?", username);
        scene.boss
                .post("/accounts/" + id + "/deactivate", Map.of("reason", "Left"))
                .mustBe(200);
        assertThat(code(retired, app.code(0)).text()).contains("This sign-in has taken too long");
    }

    @Test
    void a_code_works_once_of_ten_and_no_older_one_after_it() {
        Authenticator app = enrol().app();
        String code = app.code(0);
        List<Integer> statuses = Race.of(10, () -> tokens(code).status());
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        Rows.change("UPDATE access.account SET failed_sign_ins = 0, locked_until = NULL WHERE username = ?", username);
        tokens(code).mustBe(401);
        tokens(app.code(-1)).mustBe(401);
        tokens(app.code(1)).mustBe(200);
    }

    @Test
    void a_code_that_has_opened_one_face_opens_the_other_no_more() {
        Authenticator app = enrol().app();
        String code = app.code(0);
        Portal portal = House.get().portal();
        portal.signIn(username, Scene.PASSWORD);
        assertThat(code(portal, code).location()).endsWith("/portal/desk");
        tokens(code).mustBe(401);

        String next = app.code(1);
        tokens(next).mustBe(200);
        Portal other = House.get().portal();
        other.signIn(username, Scene.PASSWORD);
        assertThat(code(other, next).text()).contains("This is not right");
        assertThat(other.get("desk").leadsToSignIn()).isTrue();
    }

    @Test
    void codes_of_long_ago_and_of_later_are_none() {
        Authenticator app = enrol().app();
        Rows.change("UPDATE access.second_factor SET last_step = 0");
        tokens(app.code(-3)).mustBe(401);
        tokens(app.code(3)).mustBe(401);
    }

    @Test
    void wrong_codes_lock_as_wrong_passwords_do() {
        Authenticator app = enrol().app();
        Portal portal = House.get().portal();
        for (int i = 0; i < 5; i++) {
            tokens(app.wrong()).mustBe(401);
        }
        portal.signIn(username, Scene.PASSWORD);
        for (int i = 0; i < 5; i++) {
            code(portal, app.wrong());
        }
        tokens(app.code(0)).mustBe(429);
        assertThat(code(portal, app.code(0)).text()).contains("Signing in is paused for this account");
    }

    @Test
    void a_recovery_code_works_once_and_is_kept_as_a_hash() {
        Authenticator.Enrolled enrolled = enrol();
        assertThat(enrolled.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        String code = enrolled.recoveryCodes().get(0);
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.recovery_code c WHERE c::text LIKE ?",
                        "%" + code.replace("-", "") + "%"))
                .isZero();
        List<Integer> statuses = Race.of(5, () -> tokens(code).status());
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        Rows.change("UPDATE access.account SET failed_sign_ins = 0 WHERE username = ?", username);
        tokens(code).mustBe(401);
        tokens(enrolled.recoveryCodes()
                        .get(1)
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace("-", " "))
                .mustBe(200);
        assertThat(scene.desk
                        .get("/auth/me/second-factor")
                        .mustBe(200)
                        .json()
                        .path("recovery_codes_left")
                        .asInt())
                .isEqualTo(8);
    }

    @Test
    void renewing_kills_the_old_recovery_codes() {
        Authenticator.Enrolled enrolled = enrol();
        scene.desk
                .post(
                        "/auth/me/second-factor/recovery-codes",
                        Map.of(
                                "password",
                                Scene.PASSWORD,
                                "code",
                                enrolled.app().code(0)))
                .mustBe(200);
        tokens(enrolled.recoveryCodes().get(0)).mustBe(401);
    }

    @Test
    void setting_it_up_and_turning_it_off_ask_what_a_stolen_session_does_not_know() {
        assertThat(scene.desk
                        .post("/auth/me/second-factor", Map.of("password", "wrong-Password-1"))
                        .mustBe(400)
                        .fields())
                .containsExactly("password");
        Authenticator app = enrol().app();
        scene.desk
                .post("/auth/me/second-factor", Map.of("password", Scene.PASSWORD))
                .mustBe(409);
        assertThat(off("wrong-Password-1", app.code(0)).mustBe(400).fields()).containsExactly("password");
        assertThat(off(Scene.PASSWORD, app.wrong()).mustBe(400).fields()).containsExactly("code");
        off(Scene.PASSWORD, app.code(0)).mustBe(204);
        tokens(null).mustBe(200);
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.second_factor f JOIN access.account a ON a.id = f.account_id WHERE a.username = ?",
                        username))
                .isZero();
    }

    @Test
    void a_secret_that_was_never_confirmed_asks_nothing() {
        scene.desk
                .post("/auth/me/second-factor", Map.of("password", Scene.PASSWORD))
                .mustBe(200);
        tokens(null).mustBe(200);
    }

    @Test
    void a_sealed_secret_is_worth_nothing_in_another_row() {
        Authenticator app = enrol().app();
        Authenticator.enrol(scene.doctor, Scene.PASSWORD);
        Rows.change(
                "UPDATE access.second_factor SET last_step = 0, secret_sealed = (SELECT f.secret_sealed FROM access.second_factor f JOIN access.account a ON a.id = f.account_id WHERE a.username = ?) WHERE account_id = ?::uuid",
                username,
                scene.doctorId);
        House.get()
                .anybody()
                .post(
                        "/auth/token",
                        Map.of("username", scene.username("doc"), "password", Scene.PASSWORD, "totp", app.code(0)))
                .mustBe(500);
    }

    @Test
    void an_administrator_removes_a_lost_one_and_the_sessions_end() {
        enrol();
        String id = Rows.text("SELECT id::text FROM access.account WHERE username = ?", username);
        scene.boss.delete("/accounts/" + id + "/second-factor").mustBe(200);
        scene.desk.get("/auth/me").mustBe(401);
        tokens(null).mustBe(200);
        assertThat(Rows.text(
                        "SELECT outcome FROM audit.event WHERE operation = 'ManagedAccounts.removeSecondFactor' AND record_id = ?::uuid",
                        id))
                .isEqualTo("PERMITTED");
    }

    @Test
    void whoever_has_to_have_one_sets_it_up_at_sign_in_and_does_nothing_before() {
        Api administrator = House.get().administrator();
        try {
            require(administrator, "auditor").mustBe(200);
            scene.auditor.get("/auth/me").mustBe(401);
            scene.desk.get("/auth/me").mustBe(200);
            username = scene.username("audit");
            assertThat(tokens(null).mustBe(403).text("code")).isEqualTo("sign-in/second-factor-required");

            Portal portal = House.get().portal();
            assertThat(portal.signIn(username, Scene.PASSWORD).location()).endsWith("/portal/set-up-factor");
            assertThat(portal.get("audit").leadsToSignIn()).isTrue();
            Portal.Page page = portal.get("set-up-factor");
            Matcher secret = Pattern.compile("secret-text\">([A-Z2-7 ]+)<").matcher(page.text());
            assertThat(secret.find()).isTrue();
            Authenticator app = new Authenticator(secret.group(1));
            Map<String, String> form = page.form("setup");
            form.put("setup:code", app.code(0));
            form.put("setup:confirm", "");
            assertThat(portal.post("set-up-factor", form).location()).endsWith("/portal/recovery-codes");
            String codes = portal.get("recovery-codes").text();
            assertThat(Pattern.compile("<code>[A-Z2-9]{5}-[A-Z2-9]{5}</code>")
                            .matcher(codes)
                            .results())
                    .hasSize(10);
            assertThat(portal.get("recovery-codes").text()).contains("The codes were shown already");
            assertThat(portal.get("audit").status()).isEqualTo(200);
            tokens(app.code(1)).mustBe(200);
            assertThat(require(administrator, "platform_admin").mustBe(409).text("code"))
                    .isEqualTo("second-factor/own-first");
        } finally {
            require(administrator).mustBe(200);
        }
    }

    private static Answer require(Api administrator, String... kinds) {
        return administrator.put("/accounts/second-factor-policy", Map.of("kinds", List.of(kinds)));
    }

    private Authenticator.Enrolled enrol() {
        return Authenticator.enrol(scene.desk, Scene.PASSWORD);
    }

    private Answer off(String password, String code) {
        return scene.desk.post("/auth/me/second-factor/disable", Map.of("password", password, "code", code));
    }

    private static Portal.Page code(Portal portal, String code) {
        Map<String, String> form = portal.get("second-step").form("second");
        form.put("second:code", code);
        form.put("second:give", "");
        return portal.post("second-step", form);
    }

    private Answer tokens(String totp) {
        Map<String, String> body = new HashMap<>(Map.of("username", username, "password", Scene.PASSWORD));
        if (totp != null) {
            body.put("totp", totp);
        }
        return House.get().anybody().post("/auth/token", body);
    }
}
