package health.chiron.access.internal.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands short messages to the operator's gateway: one JSON post with {@code to} and {@code text}, and a bearer token. */
@ApplicationScoped
class SmsCourier implements Courier {
    /** How long the gateway may take, all in all. */
    Duration patience = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(patience).build();

    @Inject
    @ConfigProperty(name = "chiron.sms.url")
    Optional<URI> url;

    @Inject
    @ConfigProperty(name = "chiron.sms.token")
    Optional<String> token;

    @Override
    public void carry(Outgoing message) throws CourierFailure {
        if (url.isEmpty()) {
            throw new CourierFailure("CHIRON_SMS_URL is not set");
        }
        String body = Json.createObjectBuilder()
                .add("to", message.target())
                .add("text", message.text())
                .build()
                .toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(url.get())
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 != 2) {
                throw new CourierFailure("the SMS gateway answered " + status);
            }
        } catch (IOException e) {
            throw new CourierFailure("the SMS gateway cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CourierFailure("the server is stopping");
        }
    }
}
