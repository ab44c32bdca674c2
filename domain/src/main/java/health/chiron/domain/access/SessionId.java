package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names one sign-in of an account, in the portal or over the API. */
public record SessionId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public SessionId {
        Objects.requireNonNull(value, "SessionId needs a value");
    }

    /** A new, time-ordered id. */
    public static SessionId next() {
        return new SessionId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SessionId of(String text) {
        return new SessionId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
