package health.chiron.domain.shared;

import java.util.Objects;

/**
 * What is wrong with one field.
 *
 * @param field the path of the field in the command, such as {@code owner.email}; empty for the command as a whole
 * @param code a stable word such as {@code required} or {@code too_long}; the portal's texts are keyed by it
 * @param message one English sentence without the rejected value
 */
public record Fault(String field, String code, String message) {
    /** @throws NullPointerException if a part is missing */
    public Fault {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
