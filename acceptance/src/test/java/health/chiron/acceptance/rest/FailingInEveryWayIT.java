package health.chiron.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Scene;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails, the answer is a problem (RFC 9457) that names the field and never the value, and nothing of the inside. */
class FailingInEveryWayIT {
    private static Scene scene;

    @BeforeAll
    static void a_clinic() {
        scene = Scene.open();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing", "/clinics/not-an-id", "/clinics/1/2/3/4", "/patients/%2e%2e", "/application.wadl"})
    void an_address_that_leads_nowhere(String path) {
        assertProblem(scene.desk.get(path), 404, "not-found");
    }

    @Test
    void a_method_that_the_address_does_not_take() {
        Answer answer = scene.desk.send("PATCH", "/clinics", "{}", Map.of());

        assertProblem(answer, 405, "request/method-not-allowed");
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET", "POST"));
    }

    @Test
    void an_answer_that_the_client_does_not_take() {
        assertProblem(
                scene.desk.send("GET", "/clinics", null, Map.of("Accept", "text/html")), 406, "request/not-acceptable");
    }

    @Test
    void a_body_of_another_kind() {
        Answer answer = scene.desk.send("POST", "/patients/lookup", "<a/>", Map.of("Content-Type", "application/xml"));

        assertProblem(answer, 415, "request/unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"microchip":           | request/malformed-json
            {"microchip":"1"}}      | request/malformed-json
            {'microchip':1}         | request/malformed-json
            <xml/>                  | request/malformed-json
            """)
    void a_body_that_is_no_json(String body, String code) {
        assertProblem(scene.desk.post("/patients/lookup", body), 400, code);
    }

    @Test
    void no_body() {
        assertProblem(
                scene.desk.send("POST", "/patients/lookup", "", Map.of("Content-Type", "application/json")),
                400,
                "request/empty-body");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"microchip":"276098106123456","owner":"secretvalue"}  | owner         | unknown
            {"microchip":"secretvalue"}                            | microchip     | format
            {"microchip":["secretvalue"]}                          | microchip     | wrong_type
            {"owner_contact":"a","owner_contact":"secretvalue"}    | owner_contact | doubled
            ["secretvalue"]                                        |               | wrong_type
            """)
    void a_field_that_does_not_fit(String body, String field, String code) {
        Answer answer = scene.desk.post("/patients/lookup", body);

        assertProblem(answer, 400, "invalid");
        assertThat(answer.text("errors/0/field")).isEqualTo(field == null ? "" : field);
        assertThat(answer.text("errors/0/code")).isEqualTo(code);
        assertThat(answer.text()).doesNotContain("secretvalue");
    }

    @Test
    void every_field_that_breaks_a_limit_is_named_at_once_as_the_wire_names_it() {
        Answer answer = scene.desk.post(
                "/patients",
                Map.of(
                        "patient",
                                Map.of(
                                        "kind",
                                        "animal",
                                        "given_name",
                                        "x".repeat(101),
                                        "sex",
                                        "male",
                                        "microchip",
                                        "secretvalue"),
                        "owner", Map.of("email", "not a mail address")));

        assertProblem(answer, 400, "invalid");
        assertThat(answer.fields())
                .contains("patient.given_name", "patient.microchip", "owner.full_name", "owner.email");
        assertThat(answer.text()).doesNotContain("secretvalue");
    }

    @ParameterizedTest
    @CsvSource({
        "/patients?limit=0, limit",
        "/patients?limit=x, limit",
        "/patients?limit=1&limit=2, limit",
        "/patients?offset=-1, offset",
        "/patients?nme=a, nme",
        "/patients?date_of_birth=1.1.2000, date_of_birth",
        "/patients?kind=ANIMAL, kind",
        "/medical-records/drafts?visit_type=emergency, visit_type"
    })
    void a_query_parameter_that_does_not_fit(String path, String field) {
        Answer answer = scene.doctor.get(path);

        assertProblem(answer, 400, "invalid");
        assertThat(answer.fields()).containsExactly(field);
    }

    @Test
    void a_body_beyond_a_megabyte() {
        String large = "{\"microchip\":\"" + "1".repeat(1_100_000) + "\"}";

        assertProblem(scene.desk.post("/patients/lookup", large), 413, "request/too-large");
    }

    @Test
    void nesting_without_end() {
        Answer answer = scene.desk.post("/patients/lookup", "{\"x\":".repeat(50_000));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void a_change_that_names_no_version_or_an_old_one_keeps_the_first_text() {
        Scene.Chart dog = scene.dog();
        scene.openTo(dog);
        Answer draft = scene.draft(dog);
        String path = "/medical-records/" + draft.text("id");
        Map<String, Object> first =
                Map.of("visit_type", "surgery", "visit_date", "2026-11-20T10:00:00Z", "diagnosis", "First");
        Map<String, Object> second =
                Map.of("visit_type", "surgery", "visit_date", "2026-11-20T10:00:00Z", "diagnosis", "Second");

        scene.doctor.put(path, first, draft.etag()).mustBe(200);

        assertProblem(scene.doctor.send("PUT", path, second, Map.of()), 428, "request/version-required");
        assertProblem(scene.doctor.put(path, second, "3"), 400, "request/version-malformed");
        assertProblem(scene.doctor.put(path, second, draft.etag()), 412, "stale");
        assertThat(scene.doctor.get(path).mustBe(200).text("content/diagnosis")).isEqualTo("First");
    }

    @Test
    void every_answer_carries_its_headers_and_an_id_that_the_client_may_choose() {
        Answer chosen = scene.desk.send("GET", "/clinics", null, Map.of("X-Request-Id", "client-chosen-1"));
        Answer forged = scene.desk.send("GET", "/nothing", null, Map.of("X-Request-Id", "a b<script>"));

        assertThat(chosen.headers().firstValue("X-Request-Id")).hasValue("client-chosen-1");
        assertThat(forged.headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f-]{36}"));
        for (Answer answer : new Answer[] {chosen, forged}) {
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example"})
    void another_origin_gets_no_leave(String origin) {
        Answer answer = scene.desk.send("GET", "/clinics", null, Map.of("Origin", origin));

        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
    }

    private static void assertProblem(Answer answer, int status, String code) {
        answer.mustBe(status);
        JsonNode problem = answer.json();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("type").asText()).isEqualTo("/api/docs/problems.html#" + code);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("request_id").asText())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    /** The same answers without a token where none is needed. */
    @Test
    void a_stranger_gets_problems_too() {
        Api anybody = House.get().anybody();

        assertProblem(anybody.get("/clinics"), 401, "token/missing");
        assertProblem(anybody.with("nonsense").get("/clinics"), 401, "token/invalid");
        assertProblem(anybody.post("/auth/token", Map.of("username", "nobody")), 400, "invalid");
        assertProblem(
                anybody.post("/auth/token", Map.of("username", "nobody", "password", "wrong-Password-9")),
                401,
                "sign-in/failed");
    }
}
