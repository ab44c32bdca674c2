package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a version of a consent's text. */
public record ConsentTextId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public ConsentTextId {
        Objects.requireNonNull(value, "ConsentTextId needs a value");
    }

    /** A new, time-ordered id. */
    public static ConsentTextId next() {
        return new ConsentTextId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ConsentTextId of(String text) {
        return new ConsentTextId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
