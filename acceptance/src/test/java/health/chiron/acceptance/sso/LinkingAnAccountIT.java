package health.chiron.acceptance.sso;

import static health.chiron.acceptance.house.ScriptedProvider.ASK;
import static health.chiron.acceptance.house.ScriptedProvider.AUTO;
import static health.chiron.acceptance.house.ScriptedProvider.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Authenticator;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An identity of a provider opens an account only once it is linked, and linking takes over nobody's account (check 34). */
class LinkingAnAccountIT {
    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    /** Somebody of a kind, with a mail address. */
    private record Person(String username, String mail, Api api) {
        private String id() {
            return Rows.text("SELECT id::text FROM access.account WHERE username = ?", username);
        }

        private long links() {
            return Rows.count("SELECT count(*) FROM access.sso_link WHERE account_id = ?::uuid", id());
        }

        private String method() {
            return Rows.text("SELECT auth_method FROM access.account WHERE id = ?::uuid", id());
        }
    }

    private static Person person(String kind) {
        return person(kind, true);
    }

    private static Person person(String kind, boolean verified) {
        String who = "kin" + Scene.next();
        Api api = scene.another(kind, who);
        String mail = who + "@example.org";
        Rows.change(
                "UPDATE access.account SET email = ?, email_verified_at = CASE WHEN ? THEN now() END WHERE username = ?",
                mail,
                verified,
                scene.username(who));
        return new Person(scene.username(who), mail, api);
    }

    private static List<String> logged(Person person) {
        return Rows.texts(
                "SELECT operation || ' ' || outcome || coalesce(' ' || reason, '') FROM audit.event WHERE account_id = ?::uuid AND operation LIKE 'SingleSignOn.%' ORDER BY occurred_at",
                person.id());
    }

    @Test
    void an_identity_of_nobody_is_asked_for_name_and_password_once() {
        Person staff = person("staff");
        Traveller traveller = Traveller.unknown().mustBeAsked(ASK, staff.mail(), true);
        assertThat(traveller.browser.get("desk").leadsToSignIn()).isTrue();
        assertThat(traveller.give(staff.username(), "not-the-present-one").text())
                .contains("is not right");
        assertThat(traveller.account()).isNull();
        String before = traveller.browser.cookie();
        assertThat(traveller.give(staff.username(), Scene.PASSWORD).location()).endsWith("/portal/desk");
        assertThat(traveller.browser.cookie()).isNotEqualTo(before);
        assertThat(Portal.with(before).get("desk").leadsToSignIn()).isTrue();
        assertThat(traveller.account()).isEqualTo(staff.username());
        assertThat(staff.method()).isEqualTo("HYBRID");

        traveller.elsewhere().mustGetIn(ASK, null, false);
        assertThat(logged(staff))
                .containsExactly(
                        "SingleSignOn.link PERMITTED", "SingleSignOn.open PERMITTED", "SingleSignOn.open PERMITTED");
        assertThat(House.get().outbox().message(staff.mail(), 1)).contains("connected to single sign-on");
    }

    @Test
    void the_page_says_the_same_whether_there_is_an_account_or_not() {
        Traveller known = Traveller.unknown().mustBeAsked(ASK, person("staff").mail(), true);
        Traveller strange = Traveller.unknown().mustBeAsked(ASK, "nobody-" + Scene.next() + "@example.org", true);
        List<String> pages = Stream.of(known, strange)
                .map(who -> who.browser.get("connect").text())
                .map(page -> page.replaceAll("[a-z0-9-]+@example.org", "MAIL").replaceAll("[\\w:-]{30,}", "CHANCE"))
                .toList();
        assertThat(pages.get(0)).isEqualTo(pages.get(1));
    }

    @Test
    void the_second_factor_is_asked_before_the_link_and_at_every_sign_in() {
        Person staff = person("staff");
        Authenticator app = Authenticator.enrol(staff.api(), Scene.PASSWORD).app();
        Traveller traveller = Traveller.unknown().mustBeAsked(ASK, null, false);
        assertThat(traveller.give(staff.username(), Scene.PASSWORD).location()).endsWith("/portal/second-step");
        assertThat(traveller.account()).isNull();
        assertThat(code(traveller, app.code(0)).location()).endsWith("/portal/desk");
        assertThat(traveller.account()).isEqualTo(staff.username());

        Traveller again = traveller.elsewhere();
        assertThat(again.arrive(ASK, null, false).location()).endsWith("/portal/second-step");
        assertThat(again.browser.get("desk").leadsToSignIn()).isTrue();
        assertThat(code(again, app.wrong()).text()).contains("is not right");
        assertThat(code(again, app.code(1)).location()).endsWith("/portal/desk");
    }

    private static Portal.Page code(Traveller traveller, String code) {
        Map<String, String> form = traveller.browser.get("second-step").form("second");
        form.put("second:code", code);
        form.put("second:give", "");
        return traveller.browser.post("second-step", form);
    }

    @Test
    void a_verified_address_on_both_sides_links_unasked_where_the_operator_wants_it() {
        Person staff = person("staff");
        Traveller traveller =
                Traveller.unknown().mustGetIn(AUTO, staff.mail().toUpperCase(java.util.Locale.ROOT), true);
        assertThat(traveller.account()).isEqualTo(staff.username());
    }

    @Test
    void an_address_that_either_side_has_not_verified_links_nothing() {
        Person unproven = person("staff", false);
        Traveller.unknown().mustBeAsked(AUTO, unproven.mail(), true);
        assertThat(unproven.links()).isZero();
        // Where domains are admitted, an address that is not verified is of no domain.
        Person staff = person("staff");
        assertThat(Traveller.unknown().arrive(AUTO, staff.mail(), false).leadsToSignIn())
                .isTrue();
        assertThat(staff.links()).isZero();
    }

    @Test
    void an_unverified_address_links_nothing_where_no_domain_is_asked_either() {
        Person staff = person("staff");
        prefer(staff, "auto_link");
        Traveller.unknown().mustBeAsked(ASK, staff.mail(), false);
        assertThat(staff.links()).isZero();
        Traveller.unknown().mustGetIn(ASK, staff.mail(), true);
        assertThat(staff.links()).isOne();
    }

    @Test
    void another_domain_is_not_admitted_even_when_it_looks_alike() {
        for (String mail :
                List.of("x@example.org.evil.test", "x@evilexample.org", "x@sub.example.org", "x@example.com")) {
            Traveller traveller = Traveller.unknown();
            assertThat(traveller.arrive(AUTO, mail, true).leadsToSignIn())
                    .as(mail)
                    .isTrue();
            assertThat(traveller.browser.get("login").text()).contains("not admitted here");
            assertThat(traveller.browser.get("connect").leadsToSignIn()).isTrue();
        }
    }

    @Test
    void a_letter_that_becomes_another_when_made_small_is_no_equal_address() {
        Person staff = person("staff");
        // The Kelvin sign becomes an ordinary k.
        String kelvin = staff.mail().replaceFirst("k", "\u212a");
        prefer(staff, "auto_link");
        Traveller.unknown().mustBeAsked(ASK, kelvin, true);
        assertThat(staff.links()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic_admin", "auditor", "platform_admin"})
    void accounts_of_the_house_itself_are_linked_with_their_password_only(String kind) {
        Person above = person("staff");
        Rows.change(
                "UPDATE access.account SET kind = upper(?), sso_linking_preference = 'AUTO_LINK' WHERE username = ?",
                kind,
                above.username());
        Traveller traveller = Traveller.unknown().mustBeAsked(AUTO, above.mail(), true);
        assertThat(above.links()).isZero();
        assertThat(traveller.give(above.username(), Scene.PASSWORD).status()).isEqualTo(302);
        assertThat(above.links()).isOne();
        Rows.change("UPDATE access.account SET kind = 'STAFF' WHERE username = ?", above.username());
    }

    @Test
    void an_administrator_cannot_prefer_to_be_linked_unasked() {
        assertThat(scene.boss
                        .put("/auth/me/sso/preference", Map.of("sso_linking_preference", "auto_link"))
                        .mustBe(409)
                        .text("code"))
                .isEqualTo("sso/always-asked");
    }

    @Test
    void a_program_is_never_linked() {
        Person program = person("integrator");
        Traveller traveller = Traveller.unknown().mustBeAsked(AUTO, program.mail(), true);
        assertThat(traveller.give(program.username(), Scene.PASSWORD).text()).contains("by other means");
        assertThat(program.links()).isZero();
    }

    @Test
    void an_account_that_has_become_a_programs_is_not_opened_any_more() {
        Person staff = person("staff");
        Traveller traveller = Traveller.unknown().mustGetIn(AUTO, staff.mail(), true);
        Rows.change("UPDATE access.account SET kind = 'INTEGRATOR' WHERE username = ?", staff.username());
        assertThat(traveller.elsewhere().arrive(AUTO, staff.mail(), true).leadsToSignIn())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"always_ask", "create_separate"})
    void the_holders_wish_goes_before_the_operators(String preference) {
        Person staff = person("staff");
        prefer(staff, preference);
        Traveller.unknown().mustBeAsked(AUTO, staff.mail(), true);
        assertThat(staff.links()).isZero();
    }

    private static void prefer(Person person, String preference) {
        person.api()
                .put("/auth/me/sso/preference", Map.of("sso_linking_preference", preference))
                .mustBe(200);
    }

    @Test
    void a_second_identity_of_the_same_provider_takes_nothing_over() {
        Person staff = person("staff");
        Traveller.unknown().mustGetIn(AUTO, staff.mail(), true);
        Traveller second = Traveller.unknown().mustBeAsked(AUTO, staff.mail(), true);
        assertThat(second.give(staff.username(), Scene.PASSWORD).text()).contains("another identity of the provider");
        assertThat(second.account()).isNull();
        assertThat(staff.links()).isOne();
    }

    @Test
    void the_state_of_the_account_holds_on_this_way_too() {
        Person staff = person("staff");
        Traveller traveller = Traveller.unknown().mustGetIn(AUTO, staff.mail(), true);

        Rows.change(
                "UPDATE access.account SET locked_until = now() + interval '5 minutes' WHERE username = ?",
                staff.username());
        Traveller paused = traveller.elsewhere();
        assertThat(paused.arrive(AUTO, staff.mail(), true).leadsToSignIn()).isTrue();
        assertThat(paused.browser.get("login").text()).contains("Signing in is paused for this account");
        Rows.change("UPDATE access.account SET locked_until = NULL WHERE username = ?", staff.username());

        Rows.change("UPDATE access.account SET password_change_required = true WHERE username = ?", staff.username());
        Traveller changing = traveller.elsewhere();
        assertThat(changing.arrive(AUTO, staff.mail(), true).location()).endsWith("/portal/new-password");
        assertThat(changing.browser.get("desk").leadsToSignIn()).isTrue();
        Rows.change("UPDATE access.account SET password_change_required = false WHERE username = ?", staff.username());

        scene.boss
                .post("/accounts/" + staff.id() + "/deactivate", Map.of("reason", "Has left"))
                .mustBe(200);
        assertThat(traveller.browser.get("desk").leadsToSignIn()).isTrue();
        Traveller retired = traveller.elsewhere();
        assertThat(retired.arrive(AUTO, staff.mail(), true).leadsToSignIn()).isTrue();
        assertThat(retired.browser.get("login").text()).contains("not admitted here");
        assertThat(retired.browser.get("desk").leadsToSignIn()).isTrue();
        assertThat(logged(staff)).contains("SingleSignOn.arrive DENIED not-in-use");
    }

    @Test
    void a_second_factor_that_is_required_is_set_up_on_this_way_too() {
        Person auditor = person("staff");
        Traveller traveller = Traveller.unknown().mustGetIn(AUTO, auditor.mail(), true);
        Rows.change("UPDATE access.account SET kind = 'AUDITOR' WHERE username = ?", auditor.username());
        Rows.change(
                "INSERT INTO access.second_factor_rule (kind, required, set_by, set_at) SELECT 'AUDITOR', true, id, now() FROM access.account WHERE username = ? ON CONFLICT (kind) DO UPDATE SET required = true",
                auditor.username());
        try {
            assertThat(traveller.elsewhere().arrive(AUTO, auditor.mail(), true).location())
                    .endsWith("/portal/set-up-factor");
        } finally {
            Rows.change("UPDATE access.second_factor_rule SET required = false WHERE kind = 'AUDITOR'");
        }
    }

    @Test
    void twenty_arrivals_at_once_link_once() {
        Person staff = person("staff");
        Traveller one = Traveller.unknown();
        List<String> ends = Race.of(
                20, () -> one.elsewhere().arrive(AUTO, staff.mail(), true).location());
        assertThat(ends).allMatch(end -> end.endsWith("/portal/desk"));
        assertThat(staff.links()).isOne();
    }

    @Test
    void twenty_arrivals_of_twenty_people_link_one_of_them() {
        Person staff = person("staff");
        List<String> ends = Race.of(
                20, () -> Traveller.unknown().arrive(AUTO, staff.mail(), true).location());
        assertThat(ends).anyMatch(end -> end.endsWith("/portal/desk"));
        assertThat(staff.links()).isOne();
    }

    @Test
    void twenty_times_the_button_makes_one_account() {
        Traveller one = Traveller.unknown();
        String mail = "new-" + Scene.next() + "@example.org";
        List<Traveller> browsers = Stream.generate(one::elsewhere).limit(20).toList();
        browsers.forEach(browser -> browser.mustBeAsked(OPEN, mail, true));
        List<String> ends = Race.of(browsers.stream()
                .map(browser -> (java.util.concurrent.Callable<String>)
                        () -> browser.makeAccount().location())
                .toList());
        assertThat(ends).allMatch(end -> end.endsWith("/portal/mine"));
        assertThat(Rows.count("SELECT count(*) FROM access.account WHERE email = ?", mail))
                .isOne();
        assertThat(Rows.count("SELECT count(*) FROM access.sso_link WHERE subject = ?", one.subject))
                .isOne();
        assertThat(Rows.text("SELECT kind || ' ' || auth_method FROM access.account WHERE email = ?", mail))
                .isEqualTo("OWNER SSO");
    }

    @Test
    void an_account_is_made_only_where_the_operator_wants_it() {
        Traveller traveller = Traveller.unknown().mustBeAsked(ASK, "new-" + Scene.next() + "@example.org", true);
        assertThat(traveller.browser.get("connect").text()).doesNotContain("makeAccount");
        Traveller open = Traveller.unknown().mustBeAsked(OPEN, "new-" + Scene.next() + "@example.org", true);
        Map<String, String> form = open.browser.get("connect").form("make");
        form.put("make:makeAccount", "");
        // The form of one browser in the session of another.
        assertThat(traveller.browser.post("connect", form).location()).doesNotContain("mine");
        assertThat(traveller.account()).isNull();
    }

    @Test
    void an_address_that_somebody_has_goes_to_no_new_account() {
        Person staff = person("staff");
        Traveller traveller = Traveller.unknown().mustBeAsked(OPEN, staff.mail(), true);
        assertThat(traveller.makeAccount().location()).endsWith("/portal/mine");
        assertThat(traveller.account()).startsWith("sso-");
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.account WHERE username = ? AND email IS NULL",
                        traveller.account()))
                .isOne();
        Traveller unproven = Traveller.unknown().mustBeAsked(OPEN, "free-" + Scene.next() + "@example.org", false);
        unproven.makeAccount();
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.account WHERE username = ? AND email IS NULL", unproven.account()))
                .isOne();
    }

    @Test
    void unlinking_asks_the_password_and_ends_what_came_that_way() {
        Person staff = person("staff");
        Traveller traveller = Traveller.unknown().mustGetIn(AUTO, staff.mail(), true);
        String link = staff.api()
                .get("/auth/me/sso")
                .mustBe(200)
                .json()
                .path("links")
                .path(0)
                .path("id")
                .asText();
        String unlink = "/auth/me/sso/" + link + "/unlink";
        staff.api().post(unlink, Map.of("password", "not-the-present-one")).mustBe(400);
        scene.desk.post(unlink, Map.of("password", Scene.PASSWORD)).mustBe(404);
        assertThat(staff.links()).isOne();
        assertThat(staff.api()
                        .post(unlink, Map.of("password", Scene.PASSWORD))
                        .mustBe(200)
                        .text("auth_method"))
                .isEqualTo("local");
        assertThat(traveller.browser.get("desk").leadsToSignIn()).isTrue();
        assertThat(House.get().outbox().message(staff.mail(), 2)).contains("no longer connected");
        prefer(staff, "always_ask");
        traveller.elsewhere().mustBeAsked(AUTO, staff.mail(), true);
    }

    @Test
    void the_last_link_of_an_account_without_a_password_stays() {
        String mail = "new-" + Scene.next() + "@example.org";
        Traveller traveller = Traveller.unknown().mustBeAsked(OPEN, mail, true);
        traveller.makeAccount();
        assertThat(traveller.browser.get("single-sign-on").text()).contains("This account has no password");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Rows.change("DELETE FROM access.sso_link WHERE subject = ?", traveller.subject)))
                .hasStackTraceContaining("account_active_can_sign_in");
        House.get()
                .anybody()
                .post("/auth/password/forgotten", Map.of("username", mail))
                .mustBe(204);
        String token = House.get().outbox().activationTo(mail, 2);
        House.get()
                .anybody()
                .post("/auth/password/reset", Map.of("token", token, "password", Scene.PASSWORD))
                .mustBe(204);
        Api owner = House.get().signIn(mail, Scene.PASSWORD);
        assertThat(owner.get("/auth/me").mustBe(200).text("auth_method")).isEqualTo("hybrid");
    }
}
