package health.chiron.access.internal.sso;

import health.chiron.access.api.SsoAnswer;
import health.chiron.access.api.SsoJourney;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The two halves of the authorization code flow (RFC 6749, 4.1; RFC 7636; OpenID Connect Core 1.0, 3.1). */
@ApplicationScoped
class CodeExchange {
    private static final int LONGEST_CODE = 4096;

    @Inject
    private ProviderDocuments documents;

    @Inject
    private ProviderCalls calls;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "chiron.public.url")
    private String publicUrl;

    /** Where the browser goes. */
    URI begin(Provider provider, SsoJourney journey) throws ProviderFailure {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", provider.clientId());
        query.put("redirect_uri", home(provider));
        query.put("scope", String.join(" ", provider.scopes()));
        query.put("state", journey.state());
        query.put("nonce", journey.nonce());
        query.put("code_challenge", challenge(journey.verifier()));
        query.put("code_challenge_method", "S256");
        return with(documents.of(provider).authorization(), query);
    }

    /** Exchanges the code and reads the ID token. */
    Identity end(Provider provider, SsoJourney journey, SsoAnswer answer) throws ProviderFailure {
        ProviderDocument document = documents.of(provider);
        mustBeFrom(provider, document, answer);
        if (answer.code() == null || answer.code().isEmpty() || answer.code().length() > LONGEST_CODE) {
            throw new ProviderFailure("code-missing");
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", answer.code());
        form.put("redirect_uri", home(provider));
        form.put("code_verifier", journey.verifier());
        String authorization = null;
        if (document.secretInForm()) {
            form.put("client_id", provider.clientId());
            form.put("client_secret", provider.secret());
        } else {
            String both = encoded(provider.clientId()) + ':' + encoded(provider.secret());
            authorization = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        }
        Map<String, Object> tokens = calls.post(document.token(), encoded(form), authorization);
        if (!(tokens.get("id_token") instanceof String idToken)) {
            throw new ProviderFailure("id-token-missing");
        }
        return IdTokens.read(
                provider, idToken, journey.nonce(), keyId -> documents.keys(provider, keyId), clock.instant());
    }

    /** An answer of another provider than the one that was asked is no answer (RFC 9207). */
    private static void mustBeFrom(Provider provider, ProviderDocument document, SsoAnswer answer)
            throws ProviderFailure {
        if (answer.issuer() == null
                ? document.namesItself()
                : !answer.issuer().equals(provider.issuer().toString())) {
            throw new ProviderFailure("answer-issuer");
        }
    }

    /** Where the provider signs people out, and from where they come back here. */
    Optional<URI> farewell(Provider provider) {
        return documents.known(provider).flatMap(ProviderDocument::endSession).map(address -> {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("client_id", provider.clientId());
            query.put("post_logout_redirect_uri", publicUrl + "/portal/login");
            return with(address, query);
        });
    }

    /** One address for each provider: an answer that goes astray finds the wrong one. */
    private String home(Provider provider) {
        return publicUrl + "/portal/sso-return/" + provider.name();
    }

    private static URI with(URI address, Map<String, String> query) {
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + encoded(query));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
