package health.chiron.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.demo.DemoFile;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.Json;
import health.chiron.launcher.tools.Home;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Signs a demo account in over the API and prints the access token, for curl. */
final class Token implements Command {
    private final Map<String, String> environment;

    Token(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int run(List<String> line) {
        Arguments arguments = Arguments.parse(line, Set.of(DataOption.NAME), Set.of(), environment);
        if (arguments.rest().size() != 1) {
            throw new UsageException("./chiron token takes the name of one demo account; run/demo.json lists them.");
        }
        DataFolder data = DataOption.of(arguments, Home.find());
        DemoFile demo = DemoFile.read(data);
        String username = arguments.rest().get(0);
        DemoFile.Account account = demo.accounts().stream()
                .filter(candidate -> candidate.username().equals(username))
                .findFirst()
                .orElseThrow(() ->
                        new LauncherException("There is no demo account " + username + " in " + data.demo() + "."));
        System.out.println(accessToken(demo, account));
        return 0;
    }

    private static String accessToken(DemoFile demo, DemoFile.Account account) {
        String body = Json.mapper()
                .createObjectNode()
                .put("username", account.username())
                .put("password", account.password())
                .toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.api() + "/auth/token"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = response.statusCode() == 200 ? Json.mapper().readTree(response.body()) : null;
            if (answer == null || !answer.path("access_token").isTextual()) {
                throw new LauncherException("The sign-in was refused with status " + response.statusCode() + ".");
            }
            return answer.path("access_token").textValue();
        } catch (IOException e) {
            throw new LauncherException(
                    "The API does not answer on " + demo.api() + "; ./chiron status says what runs.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("The sign-in was interrupted.", e);
        }
    }
}
