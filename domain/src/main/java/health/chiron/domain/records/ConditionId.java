package health.chiron.domain.records;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names an entry of the problem list. */
public record ConditionId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public ConditionId {
        Objects.requireNonNull(value, "ConditionId needs a value");
    }

    /** A new, time-ordered id. */
    public static ConditionId next() {
        return new ConditionId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ConditionId of(String text) {
        return new ConditionId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
