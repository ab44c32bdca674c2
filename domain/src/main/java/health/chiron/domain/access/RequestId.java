package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a clinic's request for access to a patient. */
public record RequestId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public RequestId {
        Objects.requireNonNull(value, "RequestId needs a value");
    }

    /** A new, time-ordered id. */
    public static RequestId next() {
        return new RequestId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static RequestId of(String text) {
        return new RequestId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
