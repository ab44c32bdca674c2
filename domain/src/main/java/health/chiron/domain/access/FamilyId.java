package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a family. */
public record FamilyId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public FamilyId {
        Objects.requireNonNull(value, "FamilyId needs a value");
    }

    /** A new, time-ordered id. */
    public static FamilyId next() {
        return new FamilyId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static FamilyId of(String text) {
        return new FamilyId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
