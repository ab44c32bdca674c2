package health.chiron.acceptance.sso;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.house.ScriptedProvider;
import health.chiron.acceptance.house.ScriptedProvider.Journey;
import java.util.Map;

/** Somebody who comes to the portal from the scripted provider, with a browser of their own. */
final class Traveller {
    final ScriptedProvider provider = House.get().provider();
    final Portal browser;
    final String subject;

    private Traveller(Portal browser, String subject) {
        this.browser = browser;
        this.subject = subject;
    }

    /** Somebody whom nobody has seen yet. */
    static Traveller unknown() {
        return new Traveller(House.get().portal(), "subject-" + Scene.next());
    }

    /** The same person at another browser. */
    Traveller elsewhere() {
        return new Traveller(House.get().portal(), subject);
    }

    /** Comes back from the provider, with a mail address or without one (null). */
    Portal.Page arrive(String realm, String mail, boolean verified) {
        Journey journey = provider.begin(browser, realm);
        String token = provider.signed(
                (mail == null ? provider.claims(journey, subject) : provider.claims(journey, subject, mail, verified))
                        .build());
        return browser.get(journey.back(provider.code(journey, token)));
    }

    /** Comes back, and is asked for the account. */
    Traveller mustBeAsked(String realm, String mail, boolean verified) {
        assertThat(arrive(realm, mail, verified).location()).endsWith("/portal/connect");
        return this;
    }

    /** Comes back, and is signed in. */
    Traveller mustGetIn(String realm, String mail, boolean verified) {
        Portal.Page answer = arrive(realm, mail, verified);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        assertThat(answer.location()).as("where it leads").doesNotContain("login", "connect", "second-step");
        assertThat(browser.get("account").status()).isEqualTo(200);
        return this;
    }

    /** Gives name and password on the page that asks for the account. */
    Portal.Page give(String username, String password) {
        Map<String, String> form = browser.get("connect").form("connect");
        form.put("connect:username", username);
        form.put("connect:password", password);
        form.put("connect:link", "");
        return browser.post("connect", form);
    }

    /** Presses the button that makes an account. */
    Portal.Page makeAccount() {
        Map<String, String> form = browser.get("connect").form("make");
        form.put("make:makeAccount", "");
        return browser.post("connect", form);
    }

    /** The sign-in name of the account that the identity opens; null for none. */
    String account() {
        return Rows.text(
                "SELECT a.username FROM access.sso_link l JOIN access.account a ON a.id = l.account_id WHERE l.subject = ?",
                subject);
    }
}
