package health.chiron.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import health.chiron.acceptance.house.Scene;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal's session: who gets in, what a stolen or old one is worth, and what every answer says to the browser. */
class SigningInAtThePortalIT {
    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    private static Visitor desk() {
        return Chromium.visitor("desk").signIn(scene.username("desk"), Scene.PASSWORD);
    }

    private static Cookie session(Visitor visitor) {
        return visitor.window().cookies().stream()
                .filter(cookie -> cookie.name.equals("CHIRONPORTAL"))
                .findFirst()
                .orElseThrow();
    }

    private static APIResponse fetch(Visitor visitor, String path) {
        return visitor.window().request().get(path, RequestOptions.create().setMaxRedirects(0));
    }

    @Test
    void gives_the_session_a_new_id_and_a_cookie_that_scripts_cannot_read() {
        try (Visitor visitor = Chromium.visitor("desk")) {
            visitor.open("login");
            String before = session(visitor).value;
            visitor.signIn(scene.username("desk"), Scene.PASSWORD);

            Cookie after = session(visitor);
            assertThat(after.value).isNotEqualTo(before);
            assertThat(after.httpOnly).isTrue();
            assertThat(after.sameSite).isEqualTo(com.microsoft.playwright.options.SameSiteAttribute.LAX);
            assertThat(visitor.heading()).isEqualTo("Front desk");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"home", "desk", "patients", "chart?patient=x", "audit", "clinics", "no-such-page", "login/x"})
    void is_needed_for_every_page_known_or_not(String path) {
        try (Visitor visitor = Chromium.visitor("anybody")) {
            APIResponse answer = fetch(visitor, path);
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.headers().get("location")).contains("/portal/login");
        }
    }

    @Test
    void leads_back_to_the_page_that_was_asked_for() {
        try (Visitor visitor = Chromium.visitor("desk")) {
            visitor.open("accesses");
            visitor.fill("login:username", scene.username("desk")).fill("login:password", Scene.PASSWORD);
            visitor.press("login:signIn");
            assertThat(visitor.page().url()).endsWith("/portal/accesses");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "https://evil.example/",
                "/%5Cevil.example",
                "/portal/%2e%2e/api/v1/me",
                "%0d%0aX:1"
            })
    void never_leads_anywhere_else(String elsewhere) {
        try (Visitor visitor = Chromium.visitor("desk")) {
            visitor.open("login?return=" + elsewhere);
            visitor.fill("login:username", scene.username("desk")).fill("login:password", Scene.PASSWORD);
            visitor.press("login:signIn");
            assertThat(visitor.page().url()).endsWith("/portal/desk");
        }
    }

    @Test
    void ends_for_good_with_signing_out() {
        try (Visitor visitor = desk()) {
            String stolen = visitor.window().cookies().stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(java.util.stream.Collectors.joining("; "));
            assertThat(visitor.window()
                            .request()
                            .get(
                                    "desk",
                                    RequestOptions.create().setMaxRedirects(0).setHeader("Cookie", stolen))
                            .status())
                    .as("before signing out it opens the page")
                    .isEqualTo(200);
            visitor.page().locator("details.account summary").click();
            visitor.press("leave:signOut");
            assertThat(visitor.text()).contains("You are signed out");

            APIResponse answer = visitor.window()
                    .request()
                    .get("desk", RequestOptions.create().setMaxRedirects(0).setHeader("Cookie", stolen));
            assertThat(answer.status()).isEqualTo(302);
        }
    }

    @Test
    void takes_the_page_off_the_screen_when_nobody_touches_it_for_as_long_as_it_may_rest() {
        try (Visitor visitor = Chromium.visitor("desk")) {
            visitor.page().clock().install();
            visitor.signIn(scene.username("desk"), Scene.PASSWORD);
            visitor.page().clock().runFor("29:00");
            assertThat(visitor.heading()).isEqualTo("Front desk");
            visitor.page().keyboard().press("Shift");
            visitor.page().clock().runFor("29:00");
            assertThat(visitor.heading()).as("somebody is there").isEqualTo("Front desk");
            visitor.page().clock().runFor("01:30");
            assertThat(visitor.page().locator("body").innerText())
                    .contains("taken off the screen")
                    .doesNotContain("Front desk", "desk ");
            visitor.inspect("page-rested");
            visitor.page().locator("main a").click();
            visitor.page().waitForLoadState();
            assertThat(visitor.heading()).isEqualTo("Front desk");
        }
    }

    @Test
    void that_has_ended_is_said_kindly_to_a_form_that_is_posted() {
        try (Visitor visitor = desk()) {
            visitor.open("find");
            visitor.window().clearCookies();
            visitor.fill("chip:microchip", "276098100000001").press("chip:findChip");
            assertThat(visitor.heading()).isEqualTo("Sign in");
        }
    }

    @Test
    void marks_every_answer_as_not_to_be_kept_and_closes_it_to_foreign_scripts() {
        try (Visitor visitor = desk()) {
            for (String path : new String[] {"desk", "patients", "no-such-page", "login"}) {
                Map<String, String> headers = fetch(visitor, path).headers();
                assertThat(headers.get("cache-control")).as(path).isEqualTo("no-store");
                assertThat(headers.get("x-content-type-options")).as(path).isEqualTo("nosniff");
                assertThat(headers.get("referrer-policy")).as(path).isEqualTo("same-origin");
                assertThat(headers.get("x-request-id")).as(path).isNotBlank();
                assertThat(headers.get("content-security-policy"))
                        .as(path)
                        .contains(
                                "default-src 'self'",
                                "frame-ancestors 'none'",
                                "object-src 'none'",
                                "script-src 'self'")
                        .doesNotContain("unsafe");
            }
        }
    }

    @Test
    void refuses_a_post_that_did_not_come_from_a_page_of_this_session() {
        try (Visitor visitor = desk()) {
            String before = scene.desk.get("/auth/me").text("theme");
            APIResponse answer = visitor.window()
                    .request()
                    .post(
                            "desk",
                            RequestOptions.create()
                                    .setMaxRedirects(0)
                                    .setForm(com.microsoft.playwright.options.FormData.create()
                                            .set("display", "display")
                                            .set("display:dark", "Dark")
                                            .set("jakarta.faces.ViewState", "-1:-1")));
            assertThat(answer.status()).isEqualTo(302);
            assertThat(scene.desk.get("/auth/me").text("theme")).isEqualTo(before);
        }
    }

    @Test
    void opens_no_page_of_another_role() {
        try (Visitor visitor = desk()) {
            for (String page : new String[] {"audit", "records", "clinics", "activity", "practice"}) {
                visitor.open(page);
                assertThat(visitor.page().locator("table").count()).as(page).isZero();
            }
        }
    }

    @Test
    void serves_no_source_of_a_page() {
        try (Visitor visitor = desk()) {
            for (String path : new String[] {"desk.xhtml", "WEB-INF/templates/page.xhtml", "WEB-INF/web.xml"}) {
                assertThat(fetch(visitor, path).status()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void speaks_the_language_and_shows_the_colours_that_a_person_chose() {
        Scene own = Scene.open();
        try (Visitor visitor = Chromium.visitor("desk").signIn(own.username("desk"), Scene.PASSWORD)) {
            visitor.page().locator("details.account summary").click();
            visitor.press("display:german");
            assertThat(visitor.heading()).isEqualTo("Empfang");
            visitor.page().locator("details.account summary").click();
            visitor.press("display:dark");
            assertThat(visitor.page().locator("html").getAttribute("data-theme"))
                    .isEqualTo("dark");
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("de");
            visitor.inspect("page-desk-german");
        }
    }
}
