package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Authenticator;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.launcher.DatabaseRole;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.rescue.WayBackIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator's way back in, when an administrator is locked out or has lost the second factor. */
class ComingBackInIT {
    private static final String FRESH = "a-Fresh-long-word-3";

    private String username;
    private Api administrator;

    @BeforeEach
    void an_administrator() {
        username = "lost-" + Scene.next();
        House.get()
                .administrator()
                .post(
                        "/accounts",
                        Map.of(
                                "kind",
                                "platform_admin",
                                "username",
                                username,
                                "full_name",
                                "Lost",
                                "password",
                                Scene.PASSWORD,
                                "password_change_required",
                                false))
                .mustBe(201);
        administrator = House.get().signIn(username, Scene.PASSWORD);
    }

    @Test
    void locked_retired_and_without_the_factor_is_in_again_with_the_link() throws SQLException {
        Authenticator.enrol(administrator, Scene.PASSWORD);
        Rows.change(
                "UPDATE access.account SET status = 'DEACTIVATED', locked_until = now() + interval '10 minutes' WHERE username = ?",
                username);

        String link = open(username, true);

        administrator.get("/auth/me").mustBe(401);
        reset(link);
        Api again = House.get().signIn(username, FRESH);
        again.get("/auth/me").mustBe(200);
        assertThat(Rows.text("""
                SELECT concat_ws(' ', channel, account_kind, outcome) FROM audit.event e JOIN access.account a ON a.id = e.record_id
                 WHERE a.username = ? AND e.operation = 'Command.rescueWithoutFactor'""", username)).isEqualTo("COMMAND SYSTEM PERMITTED");
    }

    @Test
    void the_second_factor_stays_unless_its_removal_is_asked() throws SQLException {
        Authenticator app = Authenticator.enrol(administrator, Scene.PASSWORD).app();
        reset(open(username, false));
        House.get()
                .anybody()
                .post("/auth/token", Map.of("username", username, "password", FRESH))
                .mustBe(401);
        House.get()
                .anybody()
                .post("/auth/token", Map.of("username", username, "password", FRESH, "totp", app.code(0)))
                .mustBe(200);
    }

    @Test
    void nobody_but_a_platform_administrator_is_helped() {
        String desk = Scene.open().username("desk");
        assertThatThrownBy(() -> open(desk, false))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("admin (active)");
    }

    @Test
    void its_row_is_one_that_the_verifier_believes() throws SQLException {
        open(username, false);
        assertThat(Scene.open()
                        .auditor
                        .post("/audit/verify", null)
                        .mustBe(200)
                        .json()
                        .path("holds")
                        .asBoolean())
                .isTrue();
    }

    private static String open(String who, boolean secondFactorOff) throws SQLException {
        try (Connection owner = House.get().connect(DatabaseRole.OWNER)) {
            Path file = House.get().stack().data().secrets().resolve("audit.key");
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            return new WayBackIn(owner, key, Clock.systemUTC()).open(who, secondFactorOff);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void reset(String link) {
        House.get()
                .anybody()
                .post(
                        "/auth/password/reset",
                        Map.of("token", link.substring(link.indexOf("token=") + 6), "password", FRESH))
                .mustBe(204);
    }
}
