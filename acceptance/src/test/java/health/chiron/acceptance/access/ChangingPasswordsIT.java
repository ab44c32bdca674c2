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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New passwords in place of old and forgotten ones (checks 29 and 31). */
class ChangingPasswordsIT {
    private static final String FRESH = "a-Fresh-long-word-3";

    private static final Pattern HASH =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([^$]+)\\$([^$]+)");

    private static Scene scene;

    private Scene.Chart chart;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    @BeforeEach
    void somebody_with_a_proven_contact() {
        chart = scene.dog();
    }

    @Test
    void changing_it_asks_the_present_one_and_ends_every_other_session() {
        Answer other = tokens(Scene.PASSWORD).mustBe(200);
        Portal portal = House.get().portal().mustSignIn(chart.mail(), Scene.PASSWORD);
        Portal posts = House.get().portal().mustSignIn(chart.mail(), Scene.PASSWORD);
        Map<String, String> dark = posts.get("mine").form("display");
        dark.put("display:dark", "Dark");
        assertThat(change(chart.owner(), "wrong-Password-1", FRESH).mustBe(400).fields())
                .containsExactly("old_password");
        assertThat(change(chart.owner(), Scene.PASSWORD, Scene.PASSWORD)
                        .mustBe(400)
                        .fields())
                .containsExactly("new_password");

        change(chart.owner(), Scene.PASSWORD, FRESH).mustBe(204);

        chart.owner().get("/auth/me").mustBe(200);
        Api anybody = House.get().anybody();
        anybody.with(other.text("access_token")).get("/auth/me").mustBe(401);
        anybody.post("/auth/refresh", Map.of("refresh_token", other.text("refresh_token")))
                .mustBe(401);
        assertThat(posts.post("mine", dark).leadsToSignIn()).isTrue();
        assertThat(chart.owner().get("/auth/me").text("theme")).isEqualTo("auto");
        assertThat(portal.get("mine").leadsToSignIn()).isTrue();
        tokens(Scene.PASSWORD).mustBe(401);
        tokens(FRESH).mustBe(200);
        assertThat(House.get().outbox().message(chart.mail(), messages() + 1)).contains("was changed");
    }

    private int messages() {
        return 2; // the code that proved the contact, and the link to the first password
    }

    @Test
    void guessing_the_present_one_from_a_stolen_session_locks_as_signing_in_does() {
        for (int i = 0; i < 10; i++) {
            change(chart.owner(), "wrong-Password-" + i, FRESH).mustBe(400);
        }
        change(chart.owner(), Scene.PASSWORD, FRESH).mustBe(429);
        tokens(Scene.PASSWORD).mustBe(429);
    }

    @Test
    void of_twenty_changes_at_once_one_wins() {
        List<Integer> statuses = Race.of(
                8,
                () -> change(chart.owner(), Scene.PASSWORD, "a-Fresh-long-word-" + Scene.next())
                        .status());
        assertThat(statuses).filteredOn(status -> status == 204).hasSize(1);
    }

    @Test
    void sixty_four_and_two_hundred_characters_are_taken_to_the_last_one() {
        String password = Scene.PASSWORD;
        for (String fresh : List.of(word(64), word(73), word(200))) {
            change(chart.owner(), password, fresh).mustBe(204);
            password = fresh;
            tokens(fresh).mustBe(200);
            tokens(fresh.substring(0, fresh.length() - 1) + "#").mustBe(401);
            tokens(fresh.substring(0, Math.min(72, fresh.length() - 1))).mustBe(401);
        }
        assertThat(change(chart.owner(), password, word(201)).mustBe(400).fields())
                .containsExactly("new_password");
        assertThat(change(chart.owner(), password, "short-1").mustBe(400).fields())
                .containsExactly("new_password");
        assertThat(change(chart.owner(), password, chart.mail() + "!")
                        .mustBe(400)
                        .fields())
                .containsExactly("new_password");
        assertThat(change(chart.owner(), password, "password1234").mustBe(400).fields())
                .containsExactly("new_password");
    }

    /** As they are kept, of everybody: Argon2id with 19 MiB and two passes at least, 128 bits of salt, 256 of hash. */
    @Test
    void every_hash_is_as_slow_as_it_has_to_be() {
        List<String> hashes = Rows.texts("SELECT password_hash FROM access.account WHERE password_hash IS NOT NULL");
        assertThat(hashes).hasSizeGreaterThan(3).doesNotHaveDuplicates().allSatisfy(hash -> {
            Matcher parts = HASH.matcher(hash);
            assertThat(parts.matches()).as("the form of a hash").isTrue();
            assertThat(Integer.parseInt(parts.group(1))).isGreaterThanOrEqualTo(19 * 1024);
            assertThat(Integer.parseInt(parts.group(2))).isGreaterThanOrEqualTo(2);
            assertThat(Base64.getDecoder().decode(parts.group(3))).hasSizeGreaterThanOrEqualTo(16);
            assertThat(Base64.getDecoder().decode(parts.group(4))).hasSizeGreaterThanOrEqualTo(32);
        });
    }

    @Test
    void a_megabyte_is_refused_before_anything_is_computed() {
        String huge = "x".repeat(900_000);
        Instant start = Instant.now();
        tokens(huge).mustBe(400);
        change(chart.owner(), huge, FRESH).mustBe(400);
        reset("unknown", huge).mustBe(400);
        tokens("x".repeat(1_100_000)).mustBe(413);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_forgotten_one_is_set_anew_by_a_link_that_works_once_and_ends_every_session() {
        forgotten(chart.mail()).mustBe(204);
        String link = House.get().outbox().activationTo(chart.mail(), messages() + 1);
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.account_proof WHERE secret_hash::text LIKE ?", "%" + link + "%"))
                .isZero();
        assertThat(reset(link, "short-1").mustBe(400).fields()).containsExactly("password");

        List<Integer> statuses = Race.of(8, () -> reset(link, FRESH).status());

        assertThat(statuses).filteredOn(status -> status == 204).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 404).hasSize(7);
        chart.owner().get("/auth/me").mustBe(401);
        tokens(Scene.PASSWORD).mustBe(401);
        tokens(FRESH).mustBe(200);
    }

    @Test
    void a_link_is_worth_nothing_after_half_an_hour_and_after_another_one_was_used() {
        forgotten(chart.mail()).mustBe(204);
        String first = House.get().outbox().activationTo(chart.mail(), messages() + 1);
        forgotten(chart.mail()).mustBe(204);
        String second = House.get().outbox().activationTo(chart.mail(), messages() + 2);
        reset(second, FRESH).mustBe(204);
        reset(first, "another-Long-word-7").mustBe(404);

        forgotten(chart.mail()).mustBe(204);
        String late = House.get().outbox().activationTo(chart.mail(), messages() + 4);
        Rows.change(
                "UPDATE access.account_proof SET expires_at = now() - interval '1 second' WHERE purpose = 'PASSWORD_RESET' AND used_at IS NULL AND account_id = (SELECT id FROM access.account WHERE username = ?)",
                chart.mail());
        reset(late, "another-Long-word-7").mustBe(404);
    }

    @Test
    void unknown_unproven_and_too_often_are_answered_alike_and_send_nothing() {
        Rows.change("UPDATE access.account SET email_verified_at = NULL WHERE username = ?", chart.mail());
        Answer unproven = forgotten(chart.mail()).mustBe(204);
        Answer unknown = forgotten("nobody-" + Scene.next()).mustBe(204);
        assertThat(unproven.text()).isEqualTo(unknown.text());
        logged(unproven, "no-contact");
        logged(unknown, "unknown");
        Rows.change("UPDATE access.account SET email_verified_at = now() WHERE username = ?", chart.mail());
        for (int i = 0; i < 3; i++) {
            logged(forgotten(chart.mail()).mustBe(204), null);
        }
        logged(forgotten(chart.mail()).mustBe(204), "too-many");
        assertThat(House.get().outbox().to(chart.mail())).hasSizeLessThanOrEqualTo(messages() + 3);
    }

    @Test
    void how_long_the_answer_takes_says_nothing_of_the_account() {
        Scene.Chart warm = scene.dog();
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            // As often as it likes: the limit is another test's.
            Rows.change("DELETE FROM access.account_proof WHERE purpose = 'PASSWORD_RESET'");
            known.add(nanos(warm.mail()));
            unknown.add(nanos("nobody-" + Scene.next()));
        }
        assertThat(Math.abs(median(known) - median(unknown)))
                .as("nanoseconds between %s and %s", median(known), median(unknown))
                .isLessThan(Duration.ofMillis(5).toNanos());
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static long nanos(String username) {
        long start = System.nanoTime();
        forgotten(username);
        return System.nanoTime() - start;
    }

    @Test
    void a_link_does_not_get_around_the_second_factor_nor_around_its_tries() {
        Authenticator.Enrolled enrolled = Authenticator.enrol(chart.owner(), Scene.PASSWORD);
        Rows.change(
                "UPDATE access.account SET failed_sign_ins = 7, locked_until = now() + interval '10 minutes' WHERE username = ?",
                chart.mail());
        forgotten(chart.mail()).mustBe(204);
        reset(House.get().outbox().activationTo(chart.mail(), messages() + 2), FRESH)
                .mustBe(204);

        tokens(FRESH).mustBe(429);
        assertThat(Rows.text(
                        "SELECT failed_sign_ins || ' ' || (locked_until > now()) FROM access.account WHERE username = ?",
                        chart.mail()))
                .isEqualTo("7 true");
        Rows.change("UPDATE access.account SET locked_until = NULL WHERE username = ?", chart.mail());
        assertThat(tokens(FRESH).mustBe(401).text("code")).isEqualTo("sign-in/second-factor-needed");
        assertThat(Rows.count("SELECT failed_sign_ins FROM access.account WHERE username = ?", chart.mail()))
                .isEqualTo(7);
        House.get()
                .anybody()
                .post(
                        "/auth/token",
                        Map.of(
                                "username",
                                chart.mail(),
                                "password",
                                FRESH,
                                "totp",
                                enrolled.app().code(0)))
                .mustBe(200);
    }

    @Test
    void the_portal_leads_through_it() {
        Portal portal = House.get().portal();
        Map<String, String> ask = portal.get("forgotten").form("forgotten");
        ask.put("forgotten:username", chart.mail());
        ask.put("forgotten:ask", "");
        assertThat(portal.post("forgotten", ask).location()).contains("/portal/login");
        assertThat(portal.get("login").text()).contains("If there is such an account");
        String link = House.get().outbox().activationTo(chart.mail(), messages() + 1);
        Map<String, String> set = portal.get("reset?token=" + link).form("reset");
        set.put("reset:password", FRESH);
        set.put("reset:again", FRESH);
        set.put("reset:reset-go", "");
        assertThat(portal.post("reset?token=" + link, set).location()).contains("/portal/login");
        House.get().portal().mustSignIn(chart.mail(), FRESH);
    }

    private static void logged(Answer answer, String reason) {
        String request = answer.headers().firstValue("X-Request-Id").orElseThrow();
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        String found = null;
        while (found == null && Instant.now().isBefore(end)) {
            found = Rows.text(
                    "SELECT outcome || '/' || coalesce(reason, '-') FROM audit.event WHERE request_id = ? AND operation = 'SignIn.forgotten'",
                    request);
        }
        assertThat(found).isEqualTo(reason == null ? "PERMITTED/-" : "DENIED/" + reason);
    }

    private static String word(int length) {
        return "Aq7-".repeat(50).substring(0, length - 1).concat(length == 64 ? "!" : "?") + (length > 200 ? "?" : "");
    }

    private static Answer change(Api who, String old, String fresh) {
        return who.post("/auth/me/password", Map.of("old_password", old, "new_password", fresh));
    }

    private static Answer forgotten(String username) {
        return House.get().anybody().post("/auth/password/forgotten", Map.of("username", username));
    }

    private static Answer reset(String token, String password) {
        return House.get().anybody().post("/auth/password/reset", Map.of("token", token, "password", password));
    }

    private Answer tokens(String password) {
        return House.get().anybody().post("/auth/token", Map.of("username", chart.mail(), "password", password));
    }
}
