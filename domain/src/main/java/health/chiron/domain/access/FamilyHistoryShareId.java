package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a share of a relative's history. */
public record FamilyHistoryShareId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public FamilyHistoryShareId {
        Objects.requireNonNull(value, "FamilyHistoryShareId needs a value");
    }

    /** A new, time-ordered id. */
    public static FamilyHistoryShareId next() {
        return new FamilyHistoryShareId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static FamilyHistoryShareId of(String text) {
        return new FamilyHistoryShareId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
