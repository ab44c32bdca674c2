package health.chiron.rest.auth;

import health.chiron.access.api.ClientProof;
import health.chiron.domain.shared.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * How a program proves itself at the token endpoint, in one of three ways and never in two (RFC 6749, 2.3): in the
 * {@code Authorization} header ({@code client_secret_basic}), in the body ({@code client_secret_post}), or by an assertion
 * ({@code private_key_jwt}).
 */
final class ProgramsProof {
    /** The only type of assertion that is taken (RFC 7523, 2.2). */
    static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final String BASIC = "basic ";
    private static final int HEADER_MOST = 1000;

    private ProgramsProof() {}

    /**
     * The proof in a request.
     *
     * @param authorization the header as it came; null when it did not
     * @throws Refusal when there are two proofs, or the assertion is of another type
     */
    static ClientProof of(TokenRequest request, String authorization) {
        boolean asserted = request.clientAssertion() != null || request.clientAssertionType() != null;
        if (asserted && !ASSERTION_TYPE.equals(request.clientAssertionType())) {
            throw Refusal.invalid(
                    "clientAssertionType", "unknown", "The type of an assertion is " + ASSERTION_TYPE + ".");
        }
        boolean inHeader = authorization != null
                && authorization.length() <= HEADER_MOST
                && authorization.toLowerCase(Locale.ROOT).startsWith(BASIC);
        if (inHeader && (asserted || request.clientSecret() != null) || asserted && request.clientSecret() != null) {
            throw Refusal.invalid("clientSecret", "doubled", "Prove yourself in one way only.");
        }
        return inHeader
                ? inHeader(request, authorization.substring(BASIC.length()).strip())
                : new ClientProof(
                        request.clientId(), request.clientSecret(), request.clientAssertion(), request.scope());
    }

    private static ClientProof inHeader(TokenRequest request, String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            String id = decoded(pair.substring(0, Math.max(colon, 0)));
            boolean same = request.clientId() == null || request.clientId().equals(id);
            return new ClientProof(same ? id : null, decoded(pair.substring(colon + 1)), null, request.scope());
        } catch (IllegalArgumentException e) {
            // No header of ours: it proves nothing, as a wrong secret does.
            return new ClientProof(null, "", null, request.scope());
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
