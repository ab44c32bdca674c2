package health.chiron.launcher.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.chiron.launcher.Credentials;
import health.chiron.launcher.client.ApiRefusal;
import health.chiron.launcher.client.ApiSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingFilesToTheApiTest {
    private static final String REPORT = """
            {"patients": ["p-1"], "created": {"patient": 1, "visit": 2}, "unchanged": {}, "updated": {}, "kept": {},
             "not_taken": {"Observation": 7}, "refused": {"encounter/no_id": 1}, "adjusted": {}}""";
    private static final String PROBLEM = """
            {"code": "invalid", "detail": "Some fields need to be corrected.",
             "errors": [{"field": "content", "code": "not_json", "message": "The file is not JSON."}]}""";

    @TempDir
    private Path folder;

    private HttpServer server;
    private ApiSession session;
    private final List<String> lines = new ArrayList<>();
    private int statusForEverything;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/auth/token",
                exchange -> answer(
                        exchange, 200, "{\"access_token\": \"t\", \"refresh_token\": \"r\", \"expires_in\": 600}"));
        server.createContext("/imports", this::takeFile);
        server.start();
        session = ApiSession.open(
                URI.create("http://localhost:" + server.getAddress().getPort()), new Credentials("ada", "secret"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void takeFile(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean signedIn = "Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (statusForEverything != 0) {
            answer(exchange, statusForEverything, "{\"code\": \"access/not-included\", \"detail\": \"No.\"}");
        } else if (signedIn && body.startsWith("{")) {
            answer(exchange, 200, REPORT);
        } else {
            answer(exchange, 400, PROBLEM);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void a_refused_file_is_named_and_the_rest_goes_on() throws IOException {
        Path bad = file("bad.json", "hello");
        Path good = file("good.json", "{}");

        Totals totals = new ImportRun(session, lines::add).send(List.of(bad, good));

        assertThat(totals.refusedFiles()).containsExactly(java.util.Map.entry(bad, "The file is not JSON."));
        assertThat(totals.patients()).containsExactly(java.util.Map.entry(good, List.of("p-1")));
        assertThat(lines)
                .containsExactly(
                        "  [1/2] bad.json  refused: The file is not JSON.",
                        "  [2/2] good.json  created 1 patient, 2 visit; not taken 7; refused 1");
    }

    @Test
    void the_totals_stand_in_one_table() throws IOException {
        Totals totals = new ImportRun(session, lines::add)
                .send(List.of(file("a.json", "{}"), file("b.json", "{}"), file("c.json", "no")));

        assertThat(totals.created("visit")).isEqualTo(4);
        assertThat(totals.table())
                .containsPattern("visit +4 +0 +0 +0")
                .containsPattern("Observation +14")
                .containsPattern("encounter/no_id +2")
                .contains("Files taken: 2, refused: 1")
                .contains("c.json: The file is not JSON.");
    }

    @Test
    void an_account_that_may_not_import_ends_it_at_once() throws IOException {
        statusForEverything = 403;
        List<Path> files = List.of(file("a.json", "{}"), file("b.json", "{}"));

        assertThatThrownBy(() -> new ImportRun(session, lines::add).send(files))
                .isInstanceOf(ApiRefusal.class)
                .hasMessageContaining("403");
        assertThat(lines).isEmpty();
    }
}
