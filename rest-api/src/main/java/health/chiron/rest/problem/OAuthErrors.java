package health.chiron.rest.problem;

import java.util.Map;
import java.util.Set;

/**
 * The words that OAuth clients know (RFC 6749, 5.2). The house answers every failure as a problem; at the token endpoint the problem
 * has one member more, {@code error}, which libraries of the other side read.
 */
public final class OAuthErrors {
    private static final String ENDPOINT = "/v1/auth/token";
    private static final int TOO_MANY = 429;

    private static final Map<String, String> BY_CODE = Map.of(
            "client/not-recognised", "invalid_client",
            "client/not-active", "unauthorized_client",
            "request/unsupported-media-type", "invalid_request");
    private static final Map<String, String> BY_FIELD = Map.of(
            "scope", "invalid_scope", "grantType", "unsupported_grant_type", "grant_type", "unsupported_grant_type");
    private static final Set<Integer> OF_THE_GRANT = Set.of(401, 403);

    private OAuthErrors() {}

    /** The word for a failure at this address; null everywhere but at the token endpoint, and for what is no fault of the client's. */
    public static String of(String path, Failure failure) {
        if (path == null || !path.endsWith(ENDPOINT) || failure.status() >= TOO_MANY) {
            return null;
        }
        String known = BY_CODE.get(failure.code());
        if (known != null) {
            return known;
        }
        if (OF_THE_GRANT.contains(failure.status())) {
            return "invalid_grant";
        }
        return failure.faults().stream()
                .map(fault -> BY_FIELD.get(fault.field()))
                .filter(word -> word != null)
                .findFirst()
                .orElse("invalid_request");
    }
}
