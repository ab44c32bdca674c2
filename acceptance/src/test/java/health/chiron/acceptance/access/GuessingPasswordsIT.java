package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guessing passwords, at the portal and over the API: one count for both, and one answer for all who do not get in (check 25). */
class GuessingPasswordsIT {
    private static final String WRONG = "wrong-Password-1";
    private static final String FAILED = "The sign-in name or the password is not right.";

    private String username;

    @BeforeEach
    void an_account() {
        username = Scene.open().username("desk");
    }

    @Test
    void ten_in_a_row_lock_wherever_they_were_tried_and_however_the_name_was_written() {
        for (int i = 0; i < 5; i++) {
            api(i % 2 == 0 ? username : username.toUpperCase(Locale.ROOT), WRONG + i)
                    .mustBe(401);
            assertRefused(portal(i % 2 == 0 ? capitalised() : username, WRONG + i));
        }
        assertThat(lockedUntil()).isNotEmpty();

        assertThat(api(username, Scene.PASSWORD).mustBe(429).headers().firstValue("Retry-After"))
                .isPresent();
        Portal.Page locked = portal(username, Scene.PASSWORD);
        assertThat(locked.status()).isEqualTo(200);
        assertThat(locked.text()).contains("Signing in is paused for this account");
    }

    @Test
    void nine_do_not_lock_and_signing_in_begins_a_new_count() {
        fail(9);
        api(username, Scene.PASSWORD).mustBe(200);
        fail(9);
        assertThat(lockedUntil()).isEmpty();
        House.get().portal().mustSignIn(username, Scene.PASSWORD);
        fail(9);
        assertThat(lockedUntil()).isEmpty();
    }

    @Test
    void tries_while_locked_neither_prolong_it_nor_tell_the_guesser() {
        fail(10);
        String until = lockedUntil();
        Answer unknown = api("nobody-" + Scene.next(), WRONG);
        for (int i = 0; i < 12; i++) {
            Answer wrong = api(username, WRONG + i).mustBe(401);
            assertThat(wrong.text("detail")).isEqualTo(unknown.text("detail"));
            assertThat(wrong.text("code")).isEqualTo(unknown.text("code"));
        }
        assertRefused(portal(username, WRONG));
        assertThat(lockedUntil()).isEqualTo(until);
        assertThat(Rows.count("SELECT failed_sign_ins FROM access.account WHERE username = ?", username))
                .isZero();
    }

    @Test
    void it_opens_again_by_itself_and_the_next_slip_does_not_lock() {
        fail(10);
        Rows.change(
                "UPDATE access.account SET locked_until = now() - interval '1 second' WHERE username = ?", username);
        api(username, WRONG).mustBe(401);
        House.get().portal().mustSignIn(username, Scene.PASSWORD);
        api(username, Scene.PASSWORD).mustBe(200);
    }

    @Test
    void a_missing_password_is_no_guess_and_no_way_in() {
        for (int i = 0; i < 11; i++) {
            api(username, "").mustBe(400);
        }
        House.get().anybody().post("/auth/token", Map.of("username", username)).mustBe(400);
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("username", username);
        nothing.put("password", null);
        House.get().anybody().post("/auth/token", nothing).mustBe(400);
        Portal.Page page = portal(username, "");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("login:password-error").doesNotContain(FAILED);
        assertThat(lockedUntil()).isEmpty();
        api(username, Scene.PASSWORD).mustBe(200);
    }

    @Test
    void unknown_wrong_and_deactivated_answer_alike_and_all_are_noted() {
        Rows.change("UPDATE access.account SET status = 'DEACTIVATED' WHERE username = ?", username);
        String unknown = "nobody-" + Scene.next();
        List<Answer> answers = List.of(api(unknown, WRONG), api(username, WRONG), api(username, Scene.PASSWORD));
        assertThat(answers).allSatisfy(answer -> {
            answer.mustBe(401);
            assertThat(answer.text("code")).isEqualTo("sign-in/failed");
            assertThat(Rows.text(
                            "SELECT outcome FROM audit.event WHERE request_id = ? AND action = 'SIGN_IN'",
                            answer.text("request_id")))
                    .isEqualTo("DENIED");
        });
        assertRefused(portal(unknown, WRONG));
        assertRefused(portal(username, Scene.PASSWORD));
    }

    /** A hash is computed for nobody, too; ten of each, and 200 among the slow tests. */
    @Test
    void an_unknown_name_takes_as_long() {
        takeAsLong(10);
    }

    @Test
    @Tag("slow")
    void an_unknown_name_takes_as_long_in_two_hundred_tries() {
        takeAsLong(200);
    }

    private void takeAsLong(int times) {
        long[] known = new long[times];
        long[] unknown = new long[times];
        for (int i = -2; i < times; i++) {
            Rows.change("UPDATE access.account SET failed_sign_ins = 0 WHERE username = ?", username);
            long of = timed(username);
            long none = timed("nobody-" + Scene.next());
            if (i >= 0) {
                known[i] = of;
                unknown[i] = none;
            }
        }
        long most = Math.max(median(known), median(unknown));
        System.out.printf(
                "signing in: %d microseconds for a known name, %d for none%n",
                median(known) / 1000, median(unknown) / 1000);
        // Without the hash it would take a small part of it.
        assertThat(Math.abs(median(known) - median(unknown))).isLessThan(most / (times < 100 ? 3 : 10));
    }

    private static long timed(String name) {
        long begin = System.nanoTime();
        api(name, WRONG).mustBe(401);
        return System.nanoTime() - begin;
    }

    private static long median(long[] times) {
        return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            api(username, WRONG + i).mustBe(401);
        }
    }

    private String capitalised() {
        return username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1);
    }

    private String lockedUntil() {
        return Rows.text("SELECT coalesce(locked_until::text, '') FROM access.account WHERE username = ?", username);
    }

    private static Answer api(String name, String password) {
        return House.get().anybody().post("/auth/token", Map.of("username", name, "password", password));
    }

    private static Portal.Page portal(String name, String password) {
        return House.get().portal().signIn(name, password);
    }

    private static void assertRefused(Portal.Page page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(FAILED).doesNotContain("value=\"" + WRONG);
    }
}
