package health.chiron.access.internal.sso;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider publishes of itself (OpenID Connect Discovery 1.0), as far as it is used here.
 *
 * @param endSession where it signs people out; empty when it does not
 * @param namesItself whether every answer of its sign-in page carries {@code iss} (RFC 9207)
 * @param secretInForm whether the client's secret goes into the form rather than into a header
 */
record ProviderDocument(
        URI authorization, URI token, URI keys, Optional<URI> endSession, boolean namesItself, boolean secretInForm) {
    /**
     * Reads it.
     *
     * @throws ProviderFailure when it is another issuer's, lacks something, or names an address that is not allowed
     */
    static ProviderDocument of(Provider provider, Map<String, Object> json) throws ProviderFailure {
        if (!provider.issuer().toString().equals(json.get("issuer"))) {
            throw new ProviderFailure("discovery-issuer");
        }
        if (json.get("code_challenge_methods_supported") instanceof List<?> methods && !methods.contains("S256")) {
            throw new ProviderFailure("discovery-no-s256");
        }
        List<?> ways = json.get("token_endpoint_auth_methods_supported") instanceof List<?> named
                ? named
                : List.of("client_secret_basic");
        if (!ways.contains("client_secret_basic") && !ways.contains("client_secret_post")) {
            throw new ProviderFailure("discovery-no-client-secret");
        }
        return new ProviderDocument(
                address(provider, json, "authorization_endpoint").orElseThrow(() -> missing()),
                address(provider, json, "token_endpoint").orElseThrow(() -> missing()),
                address(provider, json, "jwks_uri").orElseThrow(() -> missing()),
                address(provider, json, "end_session_endpoint"),
                Boolean.TRUE.equals(json.get("authorization_response_iss_parameter_supported")),
                !ways.contains("client_secret_basic"));
    }

    private static ProviderFailure missing() {
        return new ProviderFailure("discovery-endpoint-missing");
    }

    private static Optional<URI> address(Provider provider, Map<String, Object> json, String name)
            throws ProviderFailure {
        if (!(json.get(name) instanceof String text)) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            if (ProviderSettings.isAddress(address, provider.plain())) {
                return Optional.of(address);
            }
        } catch (URISyntaxException e) {
            // Refused below, without the text that the exception names.
        }
        throw new ProviderFailure("discovery-endpoint");
    }
}
