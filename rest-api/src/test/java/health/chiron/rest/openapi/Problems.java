package health.chiron.rest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import health.chiron.domain.shared.Refusal;
import health.chiron.rest.problem.Failure;
import health.chiron.rest.problem.Problem;
import health.chiron.rest.wire.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The failures that operations share, with examples made by the code that answers them. */
final class Problems {
    static final Map<String, Described> ALL = all();

    private Problems() {}

    /** A shared failure. */
    record Described(int status, String description, Object example, Map<String, String> headers) {}

    private static Map<String, Described> all() {
        Map<String, Described> all = new LinkedHashMap<>();
        all.put(
                "Invalid",
                described(
                        "The request is malformed or breaks a limit; `errors` names the fields.",
                        Failure.of(Refusal.invalid(
                                "visitType", "not_one_of", "Must be one of: routine_checkup, emergency."))));
        all.put(
                "Unauthenticated",
                described(
                        "There is no token, or the credentials or the token do not hold.",
                        Failure.tokenMissing(),
                        "WWW-Authenticate"));
        all.put(
                "Forbidden",
                described(
                        "The account's role or relationship does not include this.",
                        Failure.of(Refusal.forbidden(
                                "access/not-included", "Your role or the access you hold does not include this."))));
        all.put(
                "NotFound",
                described(
                        "There is no such thing for this account; whether there is for others stays unsaid.",
                        Failure.nowhere()));
        all.put("NotAcceptable", described("The client takes no JSON.", Failure.notAcceptable()));
        all.put(
                "Conflict",
                described(
                        "A rule of the clinic does not allow it in the present state.",
                        Failure.of(Refusal.conflict(
                                "records/visit-signed", "A signed record does not change any more."))));
        all.put("Stale", described("It was changed by somebody else in the meantime.", Failure.of(Refusal.stale())));
        all.put(
                "TooLarge",
                described(
                        "The body is larger than is taken here: a megabyte, unless the operation says otherwise.",
                        Failure.bodyTooLarge(1_000_000)));
        all.put(
                "UnsupportedMediaType",
                described("The body comes in a form that is not taken.", Failure.unsupportedMediaType()));
        all.put(
                "VersionRequired",
                described("The change does not say which version it is based on.", Failure.versionRequired()));
        all.put(
                "TooMany",
                described(
                        "Too often in too short a time.",
                        Failure.of(Refusal.tooMany(
                                "access/resend-too-early",
                                "Wait a moment before sending a new code.",
                                Duration.ofSeconds(30))),
                        "Retry-After",
                        "RateLimit",
                        "RateLimit-Policy"));
        all.put(
                "Unexpected",
                described("Something went wrong inside; the log knows the request id.", Failure.unexpected()));
        all.put("Unavailable", described("The database cannot be reached.", Failure.unavailable()));
        return all;
    }

    private static Described described(String description, Failure failure, String... headers) {
        Map<String, String> components = new LinkedHashMap<>();
        for (String header : headers) {
            components.put(header, header);
        }
        Problem problem = Problem.of(failure, "019ab3c5-7e10-7cc3-98c4-dc0c0c07398f");
        return new Described(failure.status(), description, tree(Json.write(problem)), components);
    }

    /** JSON as maps and lists, as the model of the document holds examples. */
    static Object tree(String json) {
        try {
            return new JsonMapper().readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
