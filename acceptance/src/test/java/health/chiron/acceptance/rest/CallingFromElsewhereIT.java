package health.chiron.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Scene;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page of another origin reads an answer, asks in advance with success, or borrows a cookie (checks 33 and 36). */
class CallingFromElsewhereIT {
    private static Scene scene;
    private static String cookie;

    @BeforeAll
    static void somebody_is_signed_in_at_both_faces() {
        scene = Scene.open();
        Portal desk = House.get().portal().mustSignIn(scene.username("desk"), Scene.PASSWORD);
        cookie = "CHIRONPORTAL=" + desk.cookie();
    }

    static Stream<String> origins() {
        String own = House.get().stack().baseUrl();
        return Stream.of(
                "https://evil.example",
                "null",
                own + ".evil.example",
                own.replace("http://", "http://evil-"),
                own.replace("http://", "http://user@"),
                own.replace("localhost", "127.0.0.1"),
                own.replace("http://", "https://"),
                "http://localhost",
                "file://",
                own);
    }

    @ParameterizedTest
    @MethodSource("origins")
    void no_answer_lets_another_origin_read_it(String origin) throws Exception {
        for (String path :
                List.of("/api/v1/auth/me", "/api/v1/health", "/api/v1/nothing", "/api/docs/", "/portal/desk")) {
            for (String method : List.of("GET", "OPTIONS", "POST")) {
                HttpRequest.Builder request = HttpRequest.newBuilder(
                                URI.create(House.get().stack().baseUrl() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Cookie", cookie);
                if (method.equals("OPTIONS")) {
                    request.header("Access-Control-Request-Method", "PUT")
                            .header("Access-Control-Request-Headers", "authorization,if-match,content-type");
                }
                HttpResponse<String> answer =
                        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.headers().map().keySet())
                        .as("%s %s", method, path)
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
            }
        }
    }

    @Test
    void the_portals_cookie_opens_nothing_of_the_api() {
        for (ApiDescription.Operation operation : ApiDescription.operations()) {
            if (operation.open()) {
                continue;
            }
            Answer answer = House.get()
                    .anybody()
                    .send(
                            operation.method(),
                            operation.pathWith("00000000-0000-7000-8000-000000000000"),
                            operation.body() == null ? null : "{}",
                            operation.body() == null
                                    ? Map.of("Cookie", cookie)
                                    : Map.of("Cookie", cookie, "Content-Type", operation.body()));
            assertThat(answer.status()).as(operation.toString()).isEqualTo(401);
        }
    }

    @Test
    void a_body_that_a_form_of_another_page_could_send_is_not_read() {
        for (String type :
                List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            assertThat(House.get()
                            .anybody()
                            .send(
                                    "POST",
                                    "/auth/token",
                                    "{\"username\":\"" + scene.username("desk") + "\",\"password\":\"" + Scene.PASSWORD
                                            + "\"}",
                                    Map.of("Content-Type", type))
                            .status())
                    .as(type)
                    .isIn(400, 415);
        }
    }
}
