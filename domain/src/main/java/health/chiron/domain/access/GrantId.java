package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a grant: the access that a clinic holds to a patient for a time. */
public record GrantId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public GrantId {
        Objects.requireNonNull(value, "GrantId needs a value");
    }

    /** A new, time-ordered id. */
    public static GrantId next() {
        return new GrantId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static GrantId of(String text) {
        return new GrantId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
