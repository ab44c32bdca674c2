package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a signed consent. */
public record ConsentId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public ConsentId {
        Objects.requireNonNull(value, "ConsentId needs a value");
    }

    /** A new, time-ordered id. */
    public static ConsentId next() {
        return new ConsentId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ConsentId of(String text) {
        return new ConsentId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
