package health.chiron.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Keycloak;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Single sign-on with a real provider in a real browser: connecting an account, coming back, leaving on both sides, disconnecting. */
class ComingFromKeycloakIT {
    private static Scene scene;
    private static Keycloak keycloak;

    @BeforeAll
    static void a_provider() {
        scene = Scene.open();
        keycloak = House.get().keycloak();
    }

    private static void signInThere(Visitor visitor, String username) {
        visitor.open("login");
        visitor.follow("Sign in with Keycloak");
        Page page = visitor.page();
        assertThat(page.url()).startsWith(keycloak.issuer());
        page.locator("#username").fill(username);
        page.locator("#password").fill(Scene.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForLoadState();
    }

    @Test
    void somebody_connects_the_account_comes_back_leaves_and_disconnects() {
        String person = "robin-" + Scene.next();
        keycloak.person(person, person + "@example.org", true);
        try (Visitor visitor = Chromium.visitor("robin")) {
            visitor.open("login");
            visitor.inspect("sso-login");
            signInThere(visitor, person);
            assertThat(visitor.heading()).isEqualTo("Connect your account");
            assertThat(visitor.text()).contains(person + "@example.org");
            visitor.inspect("sso-connect");
            visitor.fill("connect:username", scene.username("desk"))
                    .fill("connect:password", Scene.PASSWORD)
                    .press("connect:link");
            assertThat(visitor.heading()).isEqualTo("Front desk");
            visitor.open("single-sign-on");
            assertThat(visitor.text()).contains("Keycloak", person + "@example.org");
            // Nothing is chosen before somebody chooses.
            assertThat(visitor.field("preference:ssoLinkingPreference").inputValue())
                    .isEmpty();
            visitor.inspect("sso-account");
            leave(visitor);
            assertThat(visitor.messages()).contains("You may still be signed in at Keycloak");
            visitor.inspect("sso-left");
            // Still known there: nothing is asked.
            visitor.follow("Sign in with Keycloak");
            assertThat(visitor.heading()).isEqualTo("Front desk");

            leave(visitor);
            visitor.follow("Sign out of Keycloak too");
            visitor.page().locator("#kc-logout").click();
            visitor.page().waitForURL("**/portal/login**");
            visitor.follow("Sign in with Keycloak");
            assertThat(visitor.page().url()).startsWith(keycloak.issuer());
        }
        try (Visitor visitor = Chromium.visitor("robin-again")) {
            signInThere(visitor, person);
            assertThat(visitor.heading()).isEqualTo("Front desk");
            visitor.open("single-sign-on");
            visitor.fill("links:password", Scene.PASSWORD);
            visitor.page()
                    .locator("button", new Page.LocatorOptions().setHasText("Disconnect"))
                    .click();
            visitor.page().waitForLoadState();
            assertThat(visitor.messages()).contains("Disconnected");
            assertThat(visitor.text()).contains("Nothing is connected");
            visitor.inspect("sso-none");
        }
    }

    @Test
    void a_refusal_is_said_on_the_sign_in_page_in_its_language() {
        try (Visitor visitor = Chromium.visitor("stray")) {
            visitor.open("sso-return/keycloak?code=x&state=y");
            assertThat(visitor.messages()).contains("did not work");
            visitor.inspect("sso-refused");
        }
    }

    @Test
    void nobody_gets_an_account_where_the_operator_does_not_want_it() {
        try (Visitor visitor = Chromium.visitor("new")) {
            String person = "new-" + Scene.next();
            keycloak.person(person, person + "@example.org", false);
            signInThere(visitor, person);
            assertThat(visitor.text()).doesNotContain("Make a new account", person + "@example.org");
            assertThat(Rows.count("SELECT count(*) FROM access.account WHERE email = ?", person + "@example.org"))
                    .isZero();
        }
    }

    private static void leave(Visitor visitor) {
        visitor.page().locator("details.account summary").click();
        visitor.press("leave:signOut");
    }
}
