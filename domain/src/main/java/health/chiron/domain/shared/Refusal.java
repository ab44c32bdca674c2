package health.chiron.domain.shared;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A request that the house refuses for a reason it can state. The only business exception there is: what differs is the
 * kind, which decides the answer's status, and the code, which names the reason for programs (the last part of the problem
 * type) and keys the portal's text. The message never holds a rejected value, a name or anything clinical.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is; each has one HTTP status. */
    public enum Kind {
        /** The request is malformed or breaks a limit: 400. */
        INVALID,
        /** Nobody is signed in, or the credentials, the session or the token no longer hold: 401. */
        UNAUTHENTICATED,
        /** The actor's role or relationship does not include this: 403. */
        FORBIDDEN,
        /** There is no such thing for this actor; whether it exists for others stays unsaid: 404. */
        NOT_FOUND,
        /** A rule of the clinic does not allow it in the present state: 409. */
        CONFLICT,
        /** Somebody else changed it in the meantime: 412. */
        STALE,
        /** Too often in too short a time: 429. */
        TOO_MANY
    }

    private final Kind kind;
    private final String code;
    private final transient List<Fault> faults;
    private final transient Duration retryAfter;

    private Refusal(Kind kind, String code, String message, List<Fault> faults, Duration retryAfter) {
        super(Objects.requireNonNull(message, "message"));
        this.kind = Objects.requireNonNull(kind, "kind");
        this.code = Objects.requireNonNull(code, "code");
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    /** Fields that break their limits. */
    public static Refusal invalid(List<Fault> faults) {
        return new Refusal(Kind.INVALID, "invalid", "Some fields need to be corrected.", faults, null);
    }

    /** One field that breaks its limits. */
    public static Refusal invalid(String field, String code, String message) {
        return invalid(List.of(new Fault(field, code, message)));
    }

    /** Credentials, session or token that do not hold; the reason stays unsaid. */
    public static Refusal unauthenticated(String code, String message) {
        return new Refusal(Kind.UNAUTHENTICATED, code, message, List.of(), null);
    }

    /** The actor may not do this. */
    public static Refusal forbidden(String code, String message) {
        return new Refusal(Kind.FORBIDDEN, code, message, List.of(), null);
    }

    /** There is no such thing for this actor. */
    public static Refusal notFound() {
        return new Refusal(
                Kind.NOT_FOUND, "not-found", "There is no such record, or it is not open to you.", List.of(), null);
    }

    /** A rule of the clinic does not allow it now. */
    public static Refusal conflict(String code, String message) {
        return new Refusal(Kind.CONFLICT, code, message, List.of(), null);
    }

    /** A rule of the clinic does not allow it now, and one field is the reason. */
    public static Refusal conflict(String code, String field, String message) {
        return new Refusal(Kind.CONFLICT, code, message, List.of(new Fault(field, code, message)), null);
    }

    /** The version that the change was based on is no longer the current one. */
    public static Refusal stale() {
        return new Refusal(
                Kind.STALE,
                "stale",
                "This was changed by somebody else in the meantime. Reload it and apply your change again.",
                List.of(),
                null);
    }

    /** Too often; worth trying again after the given time. */
    public static Refusal tooMany(String code, String message, Duration retryAfter) {
        return new Refusal(Kind.TOO_MANY, code, message, List.of(), Objects.requireNonNull(retryAfter, "retryAfter"));
    }

    /** The same refusal for a part of a larger command: the fields are named from there. */
    public Refusal under(String part) {
        List<Fault> moved = faults().stream()
                .map(f -> new Fault(f.field().isEmpty() ? part : part + "." + f.field(), f.code(), f.message()))
                .toList();
        return new Refusal(kind, code, getMessage(), moved, retryAfter);
    }

    /** The kind, which decides the status. */
    public Kind kind() {
        return kind;
    }

    /** The stable code, such as {@code access/code-wrong}. */
    public String code() {
        return code;
    }

    /** The fields concerned; empty when the refusal is about the request as a whole. */
    public List<Fault> faults() {
        return faults == null ? List.of() : faults;
    }

    /** When trying again makes sense, for {@link Kind#TOO_MANY}. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
