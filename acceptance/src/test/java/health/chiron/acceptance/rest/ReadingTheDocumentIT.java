package health.chiron.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Scene;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The document is the one that this server answers by, and nothing that it describes is open by mistake (check 6). */
class ReadingTheDocumentIT {
    private static final Set<String> OPEN = Set.of(
            "POST /auth/token",
            "POST /auth/refresh",
            "POST /auth/revoke",
            "POST /auth/activate",
            "POST /auth/password/forgotten",
            "POST /auth/password/reset",
            "POST /auth/password/change",
            "GET /auth/jwks",
            "GET /health");

    @Test
    void the_server_gives_the_document_that_stands_in_docs() throws Exception {
        HttpResponse<String> served = page("/api/openapi.yaml");

        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/yaml"));
        assertThat(served.body()).isEqualTo(ApiDescription.text());
    }

    @Test
    void the_page_for_people_runs_its_own_scripts_only() throws Exception {
        HttpResponse<String> page = page("/api/docs/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("swagger-ui-bundle.js")
                .doesNotContain("<script>")
                .doesNotContain("http://");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        for (String part :
                new String[] {"swagger-ui-bundle.js", "swagger-ui.css", "start.js", "problems.html", "problems.css"}) {
            assertThat(page("/api/docs/" + part).statusCode()).as(part).isEqualTo(200);
        }
    }

    @Test
    void the_open_operations_are_the_listed_ones() {
        assertThat(ApiDescription.operations())
                .filteredOn(ApiDescription.Operation::open)
                .extracting(ApiDescription.Operation::toString)
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @TestFactory
    Stream<DynamicTest> without_a_token_nothing_else_answers() {
        assertThat(ApiDescription.operations()).hasSizeGreaterThan(50);
        return ApiDescription.operations().stream()
                .filter(operation -> !OPEN.contains(operation.toString()))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    Answer answer = House.get()
                            .anybody()
                            .send(
                                    operation.method(),
                                    operation.pathWith(UUID.randomUUID().toString()),
                                    operation.body() == null ? null : "{}",
                                    operation.body() == null
                                            ? Map.of("If-Match", "\"0\"")
                                            : Map.of("If-Match", "\"0\"", "Content-Type", operation.body()))
                            .mustBe(401);
                    assertThat(answer.text("code")).isEqualTo("token/missing");
                }));
    }

    /** With every right kind of account: what is not there is not found, and nothing breaks inside. */
    @TestFactory
    Stream<DynamicTest> with_a_token_an_unknown_id_breaks_nothing() {
        Scene scene = Scene.open();
        return ApiDescription.operations().stream()
                .filter(operation -> !OPEN.contains(operation.toString()))
                .filter(operation -> !operation.path().endsWith("/sign-out"))
                .map(operation -> DynamicTest.dynamicTest(
                        operation.toString(),
                        () -> scene.people().forEach((who, api) -> {
                            Answer answer = api.send(
                                    operation.method(),
                                    operation.pathWith(UUID.randomUUID().toString()),
                                    operation.body() == null ? null : "{}",
                                    operation.body() == null
                                            ? Map.of("If-Match", "\"0\"")
                                            : Map.of("If-Match", "\"0\"", "Content-Type", operation.body()));
                            assertThat(answer.status())
                                    .as(who + ": " + answer.text())
                                    .isBetween(200, 499);
                            // An auditor may read the log of any clinic; of one that is not there, it is empty.
                            if (operation.path().contains("{")
                                    && !(who.equals("auditor")
                                            && operation.path().contains("/audit"))) {
                                assertThat(answer.status()).as(who).isIn(400, 403, 404);
                            }
                        })));
    }

    private static HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(House.get().stack().baseUrl() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
