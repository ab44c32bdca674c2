package health.chiron.rest.problem;

import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import java.util.List;
import java.util.Map;

/**
 * A failure on its way to becoming an answer: status, code, one sentence, the fields concerned, headers. What the doors
 * refuse becomes one of these; what this WAR itself refuses is made by the factories here, one for each code.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;

    private Failure(int status, String code, String detail, List<Fault> faults, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
    }

    private static Failure plain(int status, String code, String detail) {
        return new Failure(status, code, detail, List.of(), Map.of());
    }

    /** What a door refused, with the status of its kind. */
    public static Failure of(Refusal refusal) {
        return new Failure(
                status(refusal.kind()), refusal.code(), refusal.getMessage(), refusal.faults(), headers(refusal));
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_MANY -> 429;
        };
    }

    private static Map<String, String> headers(Refusal refusal) {
        return switch (refusal.kind()) {
            case UNAUTHENTICATED ->
                Map.of(
                        "WWW-Authenticate",
                        refusal.code().equals("client/not-recognised")
                                ? "Basic realm=\"chiron\""
                                : "Bearer realm=\"chiron\"");
            case TOO_MANY ->
                refusal.retryAfter()
                        .map(wait -> Map.of(
                                "Retry-After",
                                Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()))))
                        .orElse(Map.of());
            default -> Map.of();
        };
    }

    /** No token came with a request that needs one. */
    public static Failure tokenMissing() {
        return new Failure(
                401,
                "token/missing",
                "This needs an access token in the Authorization header.",
                List.of(),
                Map.of("WWW-Authenticate", "Bearer realm=\"chiron\""));
    }

    /** A token came that does not hold; why stays unsaid. */
    public static Failure tokenInvalid() {
        return new Failure(
                401,
                "token/invalid",
                "The access token does not hold. Get a new one.",
                List.of(),
                Map.of("WWW-Authenticate", "Bearer realm=\"chiron\", error=\"invalid_token\""));
    }

    /** The request is wrong in a way that the server noticed before any of our code. */
    public static Failure malformedRequest() {
        return plain(400, "request/malformed", "The request cannot be read.");
    }

    /** The body is no JSON. */
    public static Failure malformedJson() {
        return plain(400, "request/malformed-json", "The body is not well-formed JSON in UTF-8.");
    }

    /** The body is no form. */
    public static Failure malformedForm(IllegalArgumentException cause) {
        Failure failure = plain(400, "request/malformed-form", "The body is not a well-formed form in UTF-8.");
        failure.initCause(cause);
        return failure;
    }

    /** The body is nested too deeply, or a name, number or text in it is far too long. */
    public static Failure beyondLimits() {
        return plain(
                400, "request/too-complex", "The body is nested too deeply, or a name, number or text is too long.");
    }

    /** There is no body where one is needed. */
    public static Failure emptyBody() {
        return plain(400, "request/empty-body", "This needs a body.");
    }

    /** The body has more bytes than are taken. */
    public static Failure bodyTooLarge(long most) {
        return plain(413, "request/too-large", "The body is larger than the " + most + " bytes that are taken.");
    }

    /** There is no If-Match where one is needed. */
    public static Failure versionRequired() {
        return plain(
                428,
                "request/version-required",
                "Say in If-Match which version the change is based on: the ETag of the last answer.");
    }

    /** If-Match is not one entity tag of ours. */
    public static Failure versionMalformed() {
        return plain(400, "request/version-malformed", "If-Match must be the ETag of the last answer, such as \"3\".");
    }

    /** There is nothing at this address. */
    public static Failure nowhere() {
        return of(Refusal.notFound());
    }

    /** This address does not take this method. */
    public static Failure methodNotAllowed(String allow) {
        return new Failure(
                405,
                "request/method-not-allowed",
                "This address does not take this method.",
                List.of(),
                allow == null ? Map.of() : Map.of("Allow", allow));
    }

    /** The client takes no form that this is answered in. */
    public static Failure notAcceptable() {
        return plain(406, "request/not-acceptable", "This is answered as application/json only.");
    }

    /** The body comes in a form that is not taken here. */
    public static Failure unsupportedMediaType() {
        return plain(
                415, "request/unsupported-media-type", "This form of body is not taken here; send application/json.");
    }

    /** Some other refusal of the server's own. */
    public static Failure refused(int status) {
        return plain(status, "request/refused", "The server does not take this request.");
    }

    /** The house does not serve now, or the database was lost during a request. */
    public static Failure unavailable() {
        return plain(503, "unavailable", "The service is not ready. Try again later.");
    }

    /** Something broke inside. What it was stands in the log, under the request id. */
    public static Failure unexpected() {
        return plain(500, "unexpected", "Something went wrong inside. The request id helps to find out what.");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code: the last part of the problem's type. */
    public String code() {
        return code;
    }

    /** The fields concerned. */
    public List<Fault> faults() {
        return faults == null ? List.of() : faults;
    }

    /** Headers that belong to the answer. */
    public Map<String, String> headers() {
        return headers == null ? Map.of() : headers;
    }
}
