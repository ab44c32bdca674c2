package health.chiron.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The portal's pages leave the same rows in the access log as the API does: one for each door that they ask (check 65). */
class LookingAtAChartIsLoggedIT {
    private static Scene scene;
    private static Scene.Chart dog;
    private static String grant;

    @BeforeAll
    static void a_chart() {
        scene = Scene.open();
        dog = scene.dog();
        grant = scene.openTo(dog);
        scene.signed(dog);
    }

    @Test
    void a_chart_that_is_shown_leaves_one_row_for_each_part_of_the_page() {
        try (Visitor doctor = Chromium.visitor("doctor").signIn(scene.username("doc"), Scene.PASSWORD)) {
            String last = last();
            assertThat(doctor.open("chart?patient=" + dog.id())).isEqualTo(200);

            assertThat(since(last, scene.username("doc")))
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .contains("Chart.summary PERMITTED " + grant, "Patients.banner PERMITTED " + grant)
                    .allMatch(row -> row.endsWith(" PERMITTED " + grant));
        }
    }

    @Test
    void a_chart_that_is_refused_leaves_a_row_that_says_so() {
        Scene elsewhere = Scene.open();
        try (Visitor stranger = Chromium.visitor("stranger").signIn(elsewhere.username("doc"), Scene.PASSWORD)) {
            String last = last();
            stranger.open("chart?patient=" + dog.id());

            assertThat(stranger.page().content()).doesNotContain("Warm left hock");
            assertThat(since(last, elsewhere.username("doc")))
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allMatch(row -> row.endsWith(" DENIED -"));
        }
    }

    private static String last() {
        return Rows.text("SELECT max(occurred_at)::text FROM audit.event");
    }

    private static List<String> since(String last, String username) {
        return Rows.texts("""
                SELECT concat_ws(' ', e.operation, e.outcome, coalesce(e.grant_id::text, '-'))
                  FROM audit.event e JOIN access.account a ON a.id = e.account_id
                 WHERE e.channel = 'PORTAL' AND a.username = ? AND e.patient_id = ?::uuid AND e.occurred_at > ?::timestamptz""", username, dog.id(), last);
    }
}
