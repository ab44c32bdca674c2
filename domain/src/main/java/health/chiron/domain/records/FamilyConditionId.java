package health.chiron.domain.records;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a condition of a relative. */
public record FamilyConditionId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public FamilyConditionId {
        Objects.requireNonNull(value, "FamilyConditionId needs a value");
    }

    /** A new, time-ordered id. */
    public static FamilyConditionId next() {
        return new FamilyConditionId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static FamilyConditionId of(String text) {
        return new FamilyConditionId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
