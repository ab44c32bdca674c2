package health.chiron.access.internal.sso;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls to providers: bounded in time and size, and no redirect is followed, for it would carry the client's secret elsewhere. */
@ApplicationScoped
class ProviderCalls {
    /** A list of keys has some kilobytes. */
    private static final int MOST_BYTES = 256 * 1024;

    /** For a whole answer, its body too. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(4))
            .build();

    /** Gets a JSON object. */
    Map<String, Object> get(URI address) throws ProviderFailure {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /**
     * Posts a form and gets a JSON object.
     *
     * @param authorization the header's value; null for none
     */
    Map<String, Object> post(URI address, String form, String authorization) throws ProviderFailure {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return send(request);
    }

    private Map<String, Object> send(HttpRequest.Builder request) throws ProviderFailure {
        HttpResponse<byte[]> answer = answer(
                request.header("Accept", "application/json").timeout(PATIENCE).build());
        if (answer.statusCode() != 200) {
            throw new ProviderFailure("answer-" + answer.statusCode());
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json") && !type.startsWith("application/jwk-set+json")) {
            throw new ProviderFailure("answer-no-json");
        }
        try {
            return JSONObjectUtils.parse(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new ProviderFailure("answer-no-json");
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest request) throws ProviderFailure {
        CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(request, head -> new Bounded());
        try {
            return coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new ProviderFailure("answer-too-slow");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw new ProviderFailure(failure instanceof TooLong ? "answer-too-long" : "not-reached", failure);
            }
            throw new IllegalStateException("a call to a provider failed", e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProviderFailure("server-stops");
        }
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes a body up to a size. */
    private static final class Bounded implements HttpResponse.BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private Flow.Subscription source;

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            source = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                if (taken.size() + part.remaining() > MOST_BYTES) {
                    source.cancel();
                    whole.completeExceptionally(new TooLong());
                    return;
                }
                byte[] bytes = new byte[part.remaining()];
                part.get(bytes);
                taken.writeBytes(bytes);
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            whole.complete(taken.toByteArray());
        }
    }
}
