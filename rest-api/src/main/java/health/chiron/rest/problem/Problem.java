package health.chiron.rest.problem;

import health.chiron.rest.wire.WireNames;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What every failure answers (RFC 9457).
 *
 * @param type names the kind of failure; its address on this server explains it
 * @param title the kind of failure in a few words, the same for every failure of that status
 * @param status the HTTP status
 * @param detail one sentence for the person; never a rejected value, a name or anything clinical
 * @param code the stable word for programs, such as {@code access/code-wrong}
 * @param requestId the id under which the server's log and the audit log know this call
 * @param errors the fields to correct; left out when the failure is about the request as a whole
 * @param error at the token endpoint the word that OAuth clients know, such as {@code invalid_client} (RFC 6749, 5.2); left out
 *     everywhere else
 */
@Schema(name = "Problem")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String requestId,
        List<FieldError> errors,
        String error) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";
    /** Where the kinds of failure are explained; a kind's code follows as the fragment. */
    public static final String TYPES = "/api/docs/problems.html#";

    /** Copies the list. */
    public Problem {
        errors = errors == null ? null : List.copyOf(errors);
    }

    /** The answer to a failure, under the call's id. */
    public static Problem of(Failure failure, String requestId) {
        return of(failure, requestId, null);
    }

    /** The same with the word for OAuth clients; null for none. */
    public static Problem of(Failure failure, String requestId, String error) {
        List<FieldError> errors = failure.faults().stream()
                .map(fault -> new FieldError(WireNames.of(fault.field()), fault.code(), fault.message()))
                .toList();
        return new Problem(
                TYPES + failure.code(),
                title(failure.status()),
                failure.status(),
                failure.getMessage(),
                failure.code(),
                requestId,
                errors.isEmpty() ? null : errors,
                error);
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "Not signed in";
            case 403 -> "Not permitted";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            case 409 -> "Not possible now";
            case 412 -> "Changed in the meantime";
            case 413 -> "Too large";
            case 415 -> "Unsupported media type";
            case 428 -> "Version required";
            case 429 -> "Too many requests";
            case 503 -> "Not available";
            default -> status < 500 ? "Not valid" : "Unexpected failure";
        };
    }

    /**
     * What is wrong with one field.
     *
     * @param field the path of the field in the body, or the name of the query parameter; empty for the body as a whole
     * @param code a stable word such as {@code required} or {@code length}
     * @param message one sentence without the rejected value
     */
    public record FieldError(String field, String code, String message) {}
}
