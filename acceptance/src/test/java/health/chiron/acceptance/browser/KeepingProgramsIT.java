package health.chiron.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Programs;
import health.chiron.acceptance.house.Scene;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A clinic registers a program, the platform lets it in, the clinic copies its secret: at the browser, page by page. */
class KeepingProgramsIT {
    private final Scene scene = Scene.open();

    @Test
    void from_the_registration_to_the_secret_and_its_end() {
        String name = "Laboratory bridge " + Scene.next();
        try (Visitor boss = Chromium.visitor("boss").signIn(scene.username("boss"), Scene.PASSWORD);
                Visitor platform = platform()) {
            boss.open("programs");
            boss.inspect("programs-empty");
            boss.press("register:go");
            assertThat(boss.errorOf("register:name")).isNotEmpty();
            boss.fill("register:name", name)
                    .fill("register:contact", "operations@laboratory.example")
                    .fill("register:purpose", "Sends the laboratory who the patient is and takes the results back.");
            tick(boss, "Patient.r)");
            tick(boss, "Patient.s)");
            tick(boss, "Encounter.r)");
            boss.press("register:go");
            assertThat(boss.heading()).isEqualTo(name);
            assertThat(boss.text()).contains("Waits for the platform");
            String id = boss.parameter("id");

            platform.open("programs");
            platform.open("program?id=" + id);
            platform.inspect("program-decide");
            tick(platform, "Encounter.r)");
            platform.pressAndConfirm(platform.field("acts:approve"));
            assertThat(platform.messages()).contains("let in");
            assertThat(platform.field("add:go").count())
                    .as("the platform makes no credentials")
                    .isZero();

            boss.open("program?id=" + id);
            boss.fill("add:label", "Server in the cellar").press("add:go");
            String secret = boss.field("secret").innerText();
            assertThat(secret).startsWith("chiron_secret_");
            boss.window().grantPermissions(java.util.List.of("clipboard-read", "clipboard-write"));
            boss.page().locator("[data-copy]").click();
            assertThat(boss.page().evaluate("navigator.clipboard.readText()")).isEqualTo(secret);
            boss.page().reload();
            assertThat(boss.text()).doesNotContain(secret).contains("shown already");

            assertThat(Programs.askBasic(id, secret, Map.of()).mustBe(200).text("scope"))
                    .isEqualTo("system/Patient.rs");

            endTokens(boss, id, secret);

            boss.open("program?id=" + id);
            boss.inspect("program-letin");
            boss.pressAndConfirm(boss.page()
                    .locator("button", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Retire"))
                    .first());
            assertThat(boss.messages()).contains("retired");
            Programs.askBasic(id, secret, Map.of()).mustBe(401);
            boss.pressAndConfirm(boss.field("acts:suspend"));
            assertThat(boss.errorOf("acts:reason")).isEqualTo("This is needed.");
            boss.fill("acts:reason", "The contract has ended");
            boss.pressAndConfirm(boss.field("acts:revoke"));
            assertThat(boss.text()).contains("This program is over", "The contract has ended");
        }
    }

    /** Of three that are out one is ended, at the keyboard, and then all. */
    private static void endTokens(Visitor boss, String id, String secret) {
        Programs.askBasic(id, secret, Map.of()).mustBe(200);
        var out = House.get()
                .anybody()
                .with(Programs.askBasic(id, secret, Map.of()).mustBe(200).text("access_token"));
        boss.open("program?id=" + id);
        boss.page().getByText("Open sessions").click();
        assertThat(boss.parameter("id")).isEqualTo(id);
        boss.inspect("program-sessions");
        assertThat(boss.text()).contains("Server in the cellar", "List the patients it reaches");
        var rows = boss.page().locator("tbody tr");
        assertThat(rows.count()).isEqualTo(3);
        boss.page().locator("tbody tr button").first().press("Enter"); // the latest
        assertThat(boss.messages()).contains("session has ended");
        assertThat(rows.count()).isEqualTo(2);
        out.get("/patients").mustBe(401);
        boss.pressAndConfirm(boss.field("sessions:endAll"));
        assertThat(boss.messages()).contains("All sessions of the program have ended");
        assertThat(boss.text()).contains("No open session");
        boss.inspect("program-sessions-none");
    }

    private static void tick(Visitor visitor, String label) {
        visitor.page()
                .locator("label", new com.microsoft.playwright.Page.LocatorOptions().setHasText(label))
                .first()
                .click();
    }

    private static Visitor platform() {
        var first = House.get().stack().firstAdministrator();
        return Chromium.visitor("platform").signIn(first.username(), first.password());
    }
}
