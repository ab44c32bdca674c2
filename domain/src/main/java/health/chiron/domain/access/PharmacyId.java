package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a pharmacy of the directory. */
public record PharmacyId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public PharmacyId {
        Objects.requireNonNull(value, "PharmacyId needs a value");
    }

    /** A new, time-ordered id. */
    public static PharmacyId next() {
        return new PharmacyId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static PharmacyId of(String text) {
        return new PharmacyId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
