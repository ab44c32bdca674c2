package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each safeguard says how it stands at this moment: it turns when the thing itself does. */
class LookingAtSafeguardsIT {
    private static Scene scene;

    @BeforeAll
    static void an_auditor() {
        scene = Scene.open();
    }

    private static Answer all() {
        return scene.auditor.get("/safeguards").mustBe(200);
    }

    private static JsonNode one(String kind) {
        return all().json()
                .path("safeguards")
                .valueStream()
                .filter(each -> each.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static String state(String kind) {
        return one(kind).path("state").asText();
    }

    @Test
    void a_house_for_trying_out_says_what_it_is_not() {
        assertThat(state("https")).isEqualTo("not_held");
        assertThat(state("delivery")).isEqualTo("not_held");
        assertThat(state("encrypted_storage")).isEqualTo("untold");
        for (String held : new String[] {
            "application_role", "log_append_only", "log_sealed", "log_retention", "log_shipped", "clocks_agree"
        }) {
            assertThat(state(held)).as(held).isEqualTo("held");
        }
        assertThat(one("log_retention").path("count").asInt()).isEqualTo(10);
        assertThat(one("row_level_security").path("rule").asText()).isEqualTo("45 CFR 164.312(a)(1)");
        assertThat(House.get()
                        .administrator()
                        .get("/safeguards")
                        .mustBe(200)
                        .json()
                        .path("safeguards"))
                .hasSize(18);
    }

    @Test
    void a_new_table_with_patients_and_without_a_wall_is_named() {
        assertThat(one("row_level_security").path("found").toString()).doesNotContain("ops.planted");
        Rows.change("CREATE TABLE ops.planted (patient_id uuid)");
        try {
            assertThat(state("row_level_security")).isEqualTo("not_held");
            assertThat(one("row_level_security").path("found").toString()).contains("ops.planted");
            Rows.change("ALTER TABLE ops.planted ENABLE ROW LEVEL SECURITY");
            assertThat(one("row_level_security").path("found").toString())
                    .as("on, but not for its owner")
                    .contains("ops.planted");
            Rows.change("ALTER TABLE ops.planted FORCE ROW LEVEL SECURITY");
            assertThat(one("row_level_security").path("found").toString()).doesNotContain("ops.planted");
        } finally {
            Rows.change("DROP TABLE ops.planted");
        }
    }

    @Test
    void the_right_to_change_one_column_of_the_log_is_seen() {
        Rows.change("GRANT UPDATE (reason) ON audit.event TO chiron_app");
        try {
            assertThat(state("log_append_only")).isEqualTo("not_held");
        } finally {
            Rows.change("REVOKE UPDATE (reason) ON audit.event FROM chiron_app");
        }
        assertThat(state("log_append_only")).isEqualTo("held");
    }

    @Test
    void owning_a_table_is_seen() {
        Rows.change("CREATE TABLE ops.owned (id uuid)");
        Rows.change("ALTER TABLE ops.owned OWNER TO chiron_app");
        try {
            assertThat(state("application_role")).isEqualTo("not_held");
        } finally {
            Rows.change("DROP TABLE ops.owned");
        }
        assertThat(state("application_role")).isEqualTo("held");
    }

    @Test
    void what_waits_is_counted_and_nobody_is_named() {
        Scene.Chart person = scene.person();
        long emergencies = one("emergencies_judged").path("count").asLong();
        long passwords = one("first_passwords").path("count").asLong();
        long unused = one("accounts_used").path("count").asLong();
        String grant = scene.doctor
                .post(
                        "/patients/" + person.id() + "/access/emergency",
                        Map.of("reason", "Unconscious after an accident"))
                .mustBe(201)
                .text("id");
        assertThat(one("emergencies_judged").path("count").asLong()).isEqualTo(emergencies);
        Rows.change(
                "UPDATE access.access_grant SET granted_at = granted_at - interval '8 days', expires_at = expires_at - interval '8 days' WHERE id = ?::uuid",
                grant);
        Rows.change(
                "UPDATE access.account SET last_sign_in_at = now() - interval '91 days', password_change_required = true, password_changed_at = created_at + interval '1 hour' WHERE username = ?",
                scene.username("desk"));

        assertThat(one("emergencies_judged").path("count").asLong()).isEqualTo(emergencies + 1);
        assertThat(state("emergencies_judged")).isEqualTo("not_held");
        assertThat(one("accounts_used").path("count").asLong()).isEqualTo(unused + 1);
        // It was counted before: somebody else had chosen the password.
        assertThat(one("first_passwords").path("count").asLong()).isEqualTo(passwords);
        assertThat(all().text()).doesNotContain("Canary", scene.username("desk"), person.id(), grant);
        scene.boss
                .post("/grants/" + grant + "/review", Map.of("outcome", "justified", "note", "It was an accident"))
                .mustBe(200);
        assertThat(one("emergencies_judged").path("count").asLong()).isEqualTo(emergencies);
    }
}
