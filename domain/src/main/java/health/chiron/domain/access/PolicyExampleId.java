package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a stored example of the policy. */
public record PolicyExampleId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public PolicyExampleId {
        Objects.requireNonNull(value, "PolicyExampleId needs a value");
    }

    /** A new, time-ordered id. */
    public static PolicyExampleId next() {
        return new PolicyExampleId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static PolicyExampleId of(String text) {
        return new PolicyExampleId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
