package health.chiron.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong, the words that somebody wrote are still in the page. */
class KeepingWhatWasWrittenIT {
    private Scene scene;
    private Scene.Chart chart;

    @BeforeEach
    void a_chart_that_is_open() {
        scene = Scene.open();
        chart = scene.dog();
        scene.openTo(chart);
    }

    private Visitor doctor() {
        return Chromium.visitor("doc").signIn(scene.username("doc"), Scene.PASSWORD);
    }

    @Test
    void when_fields_break_their_limits_the_message_stands_beside_each() {
        try (Visitor doctor = doctor()) {
            doctor.open("write?patient=" + chart.id());
            doctor.fill("visit:chiefComplaint", "Limping since Monday");
            doctor.fill("visit:weight_value", "heavy")
                    .fill("visit:vitalSigns_heartRate", "5000")
                    .press("visit:save");
            assertThat(doctor.errorOf("visit:weight_value")).isEqualTo("Enter a number.");
            assertThat(doctor.field("visit:weight_value").inputValue()).isEqualTo("heavy");

            doctor.fill("visit:weight_value", "38.4").press("visit:save");

            assertThat(doctor.errorOf("visit:vitalSigns_heartRate")).isEqualTo("1 to 1000 beats a minute.");
            assertThat(doctor.field("visit:vitalSigns_heartRate").getAttribute("aria-invalid"))
                    .isEqualTo("true");
            assertThat(doctor.field("visit:chiefComplaint").inputValue()).isEqualTo("Limping since Monday");
            assertThat(doctor.field("visit:weight_value").inputValue()).isEqualTo("38.4");
            doctor.shot("keeping-fields");
        }
    }

    @Test
    void when_another_window_saved_first_and_saving_again_is_a_decision() {
        String draft = scene.draft(chart).text("id");
        try (Visitor one = doctor();
                Visitor other = doctor()) {
            one.open("write?draft=" + draft);
            other.open("write?draft=" + draft);
            other.fill("visit:diagnosis", "From the other window").press("visit:save");

            one.fill("visit:diagnosis", "From this window").press("visit:save");

            assertThat(one.messages()).contains("Your text is kept below");
            assertThat(one.field("visit:diagnosis").inputValue()).isEqualTo("From this window");
            assertThat(scene.doctor.get("/medical-records/" + draft).text("content/diagnosis"))
                    .isEqualTo("From the other window");
            one.shot("keeping-stale").press("visit:save");
            assertThat(scene.doctor.get("/medical-records/" + draft).text("content/diagnosis"))
                    .isEqualTo("From this window");
        }
    }

    @Test
    void when_the_kind_of_patient_changes_while_registering() {
        try (Visitor desk = Chromium.visitor("desk").signIn(scene.username("desk"), Scene.PASSWORD)) {
            desk.open("register");
            desk.fill("register:givenName", "Robin").fill("register:owner_fullName", "Robin Morgan");
            desk.page().locator("input[value=HUMAN]").check();
            desk.field("register:familyName").waitFor();
            assertThat(desk.field("register:givenName").inputValue()).isEqualTo("Robin");
            assertThat(desk.field("register:owner_fullName").inputValue()).isEqualTo("Robin Morgan");
            assertThat(desk.field("register:species").count()).isZero();
        }
    }

    @Test
    void but_a_password_is_never_sent_back() {
        try (Visitor visitor = Chromium.visitor("anybody")) {
            visitor.signIn("nobody-" + Scene.next(), "a wrong password");
            assertThat(visitor.messages()).contains("is not right");
            assertThat(visitor.page().content()).doesNotContain("a wrong password");
        }
    }
}
