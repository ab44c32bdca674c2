package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a program of an integrator; the account under which it acts has the same value, and it is the program's {@code client_id}. */
public record ApiClientId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public ApiClientId {
        Objects.requireNonNull(value, "ApiClientId needs a value");
    }

    /** A new, time-ordered id. */
    public static ApiClientId next() {
        return new ApiClientId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ApiClientId of(String text) {
        return new ApiClientId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
