package health.chiron.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.People;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The buttons by which an owner decides, pressed in a browser: what a clinic may see, and with whom a patient is shared. */
class DecidingInTheBrowserIT {
    private static Scene scene;
    private static Scene other;

    private Scene.Chart dog;
    private String patient;
    private Visitor owner;

    @BeforeAll
    static void two_clinics() {
        scene = Scene.open();
        other = Scene.open();
    }

    @BeforeEach
    void an_owner_at_a_browser() {
        dog = scene.dog();
        patient = "?patient=" + dog.id();
        owner = at(dog.mail());
    }

    @AfterEach
    void the_browser_had_nothing_to_complain_about(TestInfo test) {
        owner.shot("deciding-" + test.getTestMethod().orElseThrow().getName());
        assertThat(owner.complaints()).isEmpty();
        owner.close();
    }

    private static Visitor at(String username) {
        return Chromium.visitor("decider").signIn(username, Scene.PASSWORD);
    }

    private static Locator button(Visitor visitor, String words) {
        return visitor.page()
                .locator("main button:visible", new Page.LocatorOptions().setHasText(words))
                .first();
    }

    private static void says(Visitor visitor, String words) {
        visitor.page()
                .locator(".messages", new Page.LocatorOptions().setHasText(words))
                .waitFor();
    }

    private static void press(Visitor visitor, String words) {
        button(visitor, words).click();
        visitor.page().waitForLoadState();
    }

    @Test
    void the_owner_allows_one_request_refuses_another_and_ends_what_was_allowed() {
        scene.ask(dog);
        other.ask(dog);

        owner.open("access" + patient);
        owner.pressAndConfirm(owner.page()
                .locator("li.tile", new Page.LocatorOptions().setHasText(name(other)))
                .locator("button[data-confirm]"));
        says(owner, "no longer open to anybody");
        // Looking for something else in between takes nothing away from the page.
        owner.field("searchForm:search_input").pressSequentially("Re");
        owner.page().locator(".ui-autocomplete-panel:visible").waitFor();
        owner.shot("deciding-suggestions");
        owner.page().keyboard().press("Escape");
        press(owner, "Allow");
        says(owner, "Allowed");
        assertThat(owner.text()).contains(name(scene), "Check of the hip").doesNotContain("Waits for your answer");
        scene.doctor.get("/patients/" + dog.id() + "/chart").mustBe(200);
        assertThat(other.doctor.get("/patients/" + dog.id() + "/chart").status())
                .isIn(403, 404);

        owner.pressAndConfirm(button(owner, "End access"));
        says(owner, "access has ended");
        assertThat(scene.doctor.get("/patients/" + dog.id() + "/chart").status())
                .isIn(403, 404);
    }

    @Test
    void the_owner_offers_a_code_takes_one_offer_back_and_the_desk_enters_the_other() {
        offer();
        owner.open("access" + patient);
        owner.pressAndConfirm(button(owner, "Take back"));
        says(owner, "no longer open to anybody");

        String code = offer();
        String request = Rows.text(
                "SELECT id::text FROM access.access_request WHERE patient_id = ?::uuid AND status = 'PENDING'",
                dog.id());
        try (Visitor desk = at(other.username("desk"))) {
            desk.open("code?request=" + request);
            desk.fill("enter:code", code).press("enter:go");
            says(desk, "Access is open");
        }
        owner.open("access" + patient);
        assertThat(owner.text()).contains(name(other), "Second opinion");
    }

    private String offer() {
        owner.open("offer" + patient + "&clinic=" + other.clinic);
        owner.fill("offer:purpose", "Second opinion").press("offer:send");
        String code = owner.page().locator(".code-shown").first().innerText().replaceAll("\\s", "");
        assertThat(code).matches("\\d{6}");
        return code;
    }

    @Test
    void the_clinic_asks_for_longer_and_enters_the_new_code() {
        String grant = scene.openTo(dog);
        int letters = House.get().outbox().to(dog.mail()).size();
        try (Visitor desk = at(scene.username("desk"))) {
            desk.open("extend?grant=" + grant);
            desk.fill("extend:grantHours", "72").press("extend:send");
            desk.fill("enter:code", House.get().outbox().codeTo(dog.mail(), letters + 1))
                    .press("enter:go");
            says(desk, "Access is open");
            assertThat(desk.complaints()).isEmpty();
        }
        owner.open("access" + patient);
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.access_grant WHERE patient_id = ?::uuid AND ended_at IS NULL AND expires_at > now() + interval '70 hours'",
                        dog.id()))
                .isEqualTo(1);
        assertThat(owner.text()).contains("Replaced");
    }

    @Test
    void the_owner_keeps_a_doctor_out_and_lets_her_in_again() {
        scene.openTo(dog);
        String chart = "/patients/" + dog.id() + "/chart";
        scene.doctor.get(chart).mustBe(200);

        owner.open("keep-out" + patient);
        owner.field("block:accountId").selectOption(scene.doctorId);
        owner.press("block:person");
        says(owner, "kept out from now on");
        scene.doctor.get(chart).mustBe(404);

        owner.pressAndConfirm(button(owner, "Let in again"));
        says(owner, "no longer kept out");
        scene.doctor.get(chart).mustBe(200);
    }

    @Test
    void the_owner_shares_after_a_look_moves_the_end_and_the_friend_leaves() {
        scene.openTo(dog);
        scene.signed(dog);
        String mail = People.address();

        owner.open("share" + patient);
        assertThat(owner.page().locator("[id='share:seen']").innerText()).contains("Cannot share on");
        owner.page().locator("input[name='share:level'][value=FULL]").check();
        owner.page()
                .locator("[id='share:seen']", new Page.LocatorOptions().setHasText("Can share on"))
                .waitFor();
        owner.fill("share:email", mail).fill("share:title", "Look after her").press("share:send");
        says(owner, "invitation is on its way");

        People.activate(mail);
        try (Visitor friend = at(mail)) {
            friend.open("invitations");
            friend.fill("invitations:note", "Gladly");
            press(friend, "Accept");
            says(friend, "accepted");
            assertThat(friend.open("chart" + patient)).isEqualTo(200);

            owner.open("shares" + patient);
            owner.follow("Change end");
            owner.fill("end:expiresAt", "2031-01-01").press("end:save");
            says(owner, "end is changed");
            assertThat(Rows.text(
                            "SELECT expires_at::date::text FROM access.patient_share WHERE patient_id = ?::uuid",
                            dog.id()))
                    .isIn("2031-01-01", "2031-01-02");
            owner.follow("Change end");
            assertThat(owner.field("end:expiresAt").inputValue()).isEqualTo("2031-01-01");
            owner.fill("end:expiresAt", "").press("end:save");
            assertThat(owner.text()).contains("Without an end");

            friend.open("invitations");
            friend.pressAndConfirm(button(friend, "Leave"));
            says(friend, "left the share");
            assertThat(friend.open("chart" + patient)).isEqualTo(404);
            assertThat(friend.complaints()).isEmpty();
        }
        owner.open("shares" + patient);
        assertThat(owner.text()).contains("Shared with nobody", mail);
    }

    @Test
    void two_patients_are_offered_in_one_breath_one_invitation_is_called_off_and_a_share_is_ended() {
        String second = another();
        String mail = People.address();
        owner.open("share" + patient);
        owner.fill("share:email", mail).fill("share:title", "Both of them");
        owner.page().locator("input[name='share:also'][value='" + second + "']").check();
        owner.press("share:send");
        says(owner, "invitation is on its way");

        owner.open("shares?patient=" + second);
        press(owner, "Call off");
        says(owner, "called off");

        People.activate(mail);
        try (Visitor friend = at(mail)) {
            friend.open("invitations");
            press(friend, "Accept");
            assertThat(friend.open("chart" + patient)).isEqualTo(200);
            assertThat(friend.open("chart?patient=" + second)).isEqualTo(404);
            owner.open("shares" + patient);
            owner.pressAndConfirm(button(owner, "End"));
            says(owner, "share has ended");
            assertThat(friend.open("chart" + patient)).isEqualTo(404);
        }
    }

    /** One more patient of the same owner. */
    private String another() {
        return scene.desk
                .post(
                        "/patients",
                        Map.of(
                                "patient",
                                Map.of("kind", "animal", "given_name", "Ida", "sex", "female", "species", "cat"),
                                "owner",
                                Map.of("full_name", "Owner", "email", dog.mail())))
                .mustBe(201)
                .text("id");
    }

    @Test
    void the_owner_hands_the_patient_over_and_the_family_history_is_corrected_by_the_new_one() {
        String heir = People.address();
        owner.open("transfer" + patient);
        owner.fill("transfer:email", heir).fill("transfer:title", "She is yours now");
        owner.pressAndConfirm(owner.field("transfer:send"));
        says(owner, "invitation is on its way");

        People.activate(heir);
        try (Visitor next = at(heir)) {
            next.open("invitations");
            press(next, "Accept");
            assertThat(owner.open("chart" + patient)).isEqualTo(404);
            next.open("family" + patient);
            next.fill("member:name", "Ada")
                    .choose("member:relationship", "Mother")
                    .press("member:add");
            next.fill("illness:conditionName", "Gout").press("illness:add");
            next.page().locator("a[href*='correct-illness']").click();
            next.fill("correct:conditionName", "Arthritis").press("correct:save");
            says(next, "corrected");
            assertThat(next.text()).contains("Arthritis").doesNotContain("Gout");
            next.page()
                    .locator("main .page-head a", new Page.LocatorOptions().setHasText("Correct"))
                    .click();
            next.fill("member:birthYear", "1931").press("member:save");
            says(next, "corrected");
            assertThat(next.text()).contains("1931");
            assertThat(next.complaints()).isEmpty();
        }
    }

    private static String name(Scene of) {
        return "Clinic " + of.username("").substring(1);
    }
}
