package health.chiron.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The account of a patient's disclosures, held against the list of the calls that were made (check 70). */
class AccountingForDisclosuresIT {
    private static Scene scene;
    private static Scene.Chart dog;
    private static final List<String> CALLS = new ArrayList<>();

    @BeforeAll
    static void the_record_was_shown() {
        scene = Scene.open();
        dog = scene.dog();
        scene.openTo(dog);
        Rows.change("UPDATE access.clinic SET address = '3 Mill Lane, Ashford' WHERE id = ?::uuid", scene.clinic);
        String visit = scene.signed(dog);
        CALLS.clear();
        String chart = "/patients/" + dog.id();
        call(scene.doctor, "doc", chart + "/chart", "read chart");
        call(scene.doctor, "doc", chart + "/records", "read visits");
        call(scene.doctor, "doc", "/medical-records/" + visit, "read visits");
        call(scene.desk, "desk", chart, "read demographics");
        call(scene.boss, "boss", "/medical-records/" + visit, "read visits");
        // Neither the owner's own look nor a refused attempt is a disclosure.
        dog.owner().get(chart).mustBe(200);
        scene.otherDoctor.get(chart + "/chart").mustBe(403);
    }

    private static void call(Api who, String name, String path, String act) {
        who.get(path).mustBe(200);
        CALLS.add(name + " " + act);
    }

    private static List<JsonNode> lines(Api who, String path) {
        return StreamSupport.stream(
                        who.get(path).mustBe(200).json().path("disclosures").spliterator(), false)
                .toList();
    }

    private static List<String> readable(List<JsonNode> lines) {
        Map<String, String> names = Map.of(
                name("doc"), "doc",
                name("desk"), "desk",
                name("boss"), "boss");
        return lines.stream()
                .map(line -> names.getOrDefault(line.path("recipient").asText(), "somebody else") + " "
                        + line.path("action").asText() + " "
                        + line.path("category").asText())
                .toList();
    }

    private static String name(String who) {
        return Rows.text("SELECT full_name FROM access.account WHERE username = ?", scene.username(who));
    }

    private static String own() {
        return "/patients/" + dog.id() + "/access/disclosures";
    }

    @Test
    void the_account_ends_with_exactly_the_calls_that_were_made() {
        List<String> said = readable(lines(dog.owner(), own()).stream()
                .filter(line -> !line.path("role").asText().equals("auditor"))
                .toList());

        assertThat(said.subList(said.size() - CALLS.size(), said.size())).isEqualTo(CALLS);
    }

    @Test
    void each_line_says_to_whom_when_what_and_by_what_right() {
        JsonNode line = lines(dog.owner(), own()).stream()
                .filter(one -> one.path("category").asText().equals("chart"))
                .findFirst()
                .orElseThrow();

        assertThat(line.path("at").asText()).isNotEmpty();
        assertThat(line.path("role").asText()).isEqualTo("doctor");
        assertThat(line.path("clinic_address").asText()).isEqualTo("3 Mill Lane, Ashford");
        assertThat(line.path("purpose").asText()).isEqualTo("Check of the hip");
        assertThat(line.path("relationship").asText()).isEqualTo("grant");
        assertThat(line.path("rule").asText()).isEqualTo("doctor-reads-under-grant");
        assertThat(line.path("grant_id").asText()).isNotEmpty();
    }

    @Test
    void a_pets_address_says_the_same() {
        assertThat(readable(lines(dog.owner(), "/pets/" + dog.id() + "/access/disclosures")))
                .containsAll(CALLS);
    }

    @Test
    void an_auditor_gets_it_without_the_patients_name_and_stands_in_the_next_one() {
        Answer account =
                scene.auditor.get("/audit/disclosures?patient_id=" + dog.id()).mustBe(200);

        assertThat(account.json().has("patient_name")).isFalse();
        assertThat(lines(dog.owner(), own()).getLast().path("role").asText()).isEqualTo("auditor");
    }

    @Test
    void a_period_leaves_out_what_lies_outside() {
        assertThat(lines(dog.owner(), own() + "?until=2020-01-01")).isEmpty();
        dog.owner().get(own() + "?from=2026-02-01&until=2026-01-01").mustBe(400);
        dog.owner().get(own() + "?time_zone=Nowhere/Land").mustBe(200);
        dog.owner()
                .send("GET", own() + "?time_zone=Nowhere/Land", null, Map.of("Accept", "application/pdf"))
                .mustBe(400);
    }

    @Test
    void as_csv_it_has_the_same_lines_and_taking_it_away_is_logged() {
        int lines = lines(dog.owner(), own()).size();
        Answer csv = dog.owner()
                .send("GET", own(), null, Map.of("Accept", "text/csv"))
                .mustBe(200);

        assertThat(csv.text().lines().count()).isEqualTo(1 + lines);
        assertThat(csv.text())
                .startsWith("at,recipient,role,clinic_name,clinic_address,action")
                .contains("\"3 Mill Lane, Ashford\"");
        assertThat(Rows.text(
                        "SELECT action || ' ' || patient_id FROM audit.event WHERE request_id = ?",
                        csv.headers().firstValue("X-Request-Id").orElseThrow()))
                .isEqualTo("EXPORT " + dog.id());
    }

    @Test
    void as_pdf_it_is_a_paper() {
        Answer pdf = dog.owner()
                .send("GET", own() + "?language=de", null, Map.of("Accept", "application/pdf"))
                .mustBe(200);

        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.text()).startsWith("%PDF-").hasSizeGreaterThan(10_000);
    }

    @Test
    void nobody_else_gets_it() {
        Scene.Chart cat = scene.dog();
        for (String form : List.of("application/json", "text/csv", "application/pdf")) {
            Map<String, String> accept = Map.of("Accept", form);
            cat.owner().send("GET", own(), null, accept).mustBe(404);
            scene.doctor.send("GET", own(), null, accept).mustBe(403);
            scene.boss.send("GET", own(), null, accept).mustBe(403);
            dog.owner()
                    .send("GET", "/audit/disclosures?patient_id=" + dog.id(), null, accept)
                    .mustBe(403);
        }
    }
}
