package health.chiron.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.launcher.Credentials;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One account signed in over the API. Its access token is renewed before it ends; not for several threads at once. */
public final class ApiSession {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration EARLY = Duration.ofSeconds(20);

    private final URI api;
    private String accessToken;
    private String refreshToken;
    private long renewAt;

    private ApiSession(URI api) {
        this.api = api;
    }

    /**
     * Signs in.
     *
     * @param api the API's address, such as {@code http://localhost:8080/api/v1}
     * @throws ApiRefusal when the credentials do not hold
     * @throws LauncherException when nothing answers there
     */
    public static ApiSession open(URI api, Credentials credentials) {
        ApiSession session = new ApiSession(api);
        session.keep(session.send(
                "POST",
                "/auth/token",
                json(Map.of("username", credentials.username(), "password", credentials.password())),
                Map.of("Content-Type", "application/json")));
        return session;
    }

    /** Calls without signing in: the few that need no token. */
    public static JsonNode postOpenly(URI api, String path, Object body) {
        return new ApiSession(api).send("POST", path, json(body), Map.of("Content-Type", "application/json"));
    }

    /** Reads. */
    public JsonNode get(String path) {
        return call("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** Posts JSON. */
    public JsonNode post(String path, Object body) {
        return call("POST", path, json(body), Map.of("Content-Type", "application/json"));
    }

    /** Posts nothing but the wish, based on a version. */
    public JsonNode post(String path, long version) {
        return call("POST", path, BodyPublishers.noBody(), Map.of("If-Match", "\"" + version + "\""));
    }

    /** Posts nothing but the wish. */
    public JsonNode post(String path) {
        return call("POST", path, BodyPublishers.noBody(), Map.of());
    }

    /** Posts a file. */
    public JsonNode postFile(String path, String mediaType, Path file) {
        try {
            return call("POST", path, BodyPublishers.ofFile(file), Map.of("Content-Type", mediaType));
        } catch (java.io.FileNotFoundException e) {
            throw new LauncherException("The file " + file + " cannot be read.", e);
        }
    }

    /** Deletes, or ends. */
    public JsonNode delete(String path) {
        return call("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    private JsonNode call(String method, String path, BodyPublisher body, Map<String, String> headers) {
        if (System.nanoTime() - renewAt > 0) {
            keep(send(
                    "POST",
                    "/auth/refresh",
                    json(Map.of("refresh_token", refreshToken)),
                    Map.of("Content-Type", "application/json")));
        }
        return send(method, path, body, headers);
    }

    private void keep(JsonNode tokens) {
        accessToken = tokens.path("access_token").asText();
        refreshToken = tokens.path("refresh_token").asText();
        renewAt = System.nanoTime()
                + Duration.ofSeconds(tokens.path("expires_in").asLong())
                        .minus(EARLY)
                        .toNanos();
    }

    private JsonNode send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .method(method, body);
        headers.forEach(request::header);
        if (accessToken != null && !path.startsWith("/auth/")) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw ApiRefusal.of(method + " " + withoutQuery(path), answer.statusCode(), answer.body());
            }
            return answer.body().isEmpty()
                    ? Json.mapper().createObjectNode()
                    : Json.mapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new LauncherException("The API answered " + method + " " + withoutQuery(path) + " with no JSON.", e);
        } catch (IOException e) {
            throw new LauncherException("The API does not answer on " + api + "; ./chiron status says what runs.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("The call of the API was interrupted.", e);
        }
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request could not be written as JSON", e);
        }
    }
}
