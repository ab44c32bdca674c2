package health.chiron.domain.records;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a visit record. */
public record VisitId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public VisitId {
        Objects.requireNonNull(value, "VisitId needs a value");
    }

    /** A new, time-ordered id. */
    public static VisitId next() {
        return new VisitId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static VisitId of(String text) {
        return new VisitId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
