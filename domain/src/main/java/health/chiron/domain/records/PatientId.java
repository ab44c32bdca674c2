package health.chiron.domain.records;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a patient, human or animal. */
public record PatientId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public PatientId {
        Objects.requireNonNull(value, "PatientId needs a value");
    }

    /** A new, time-ordered id. */
    public static PatientId next() {
        return new PatientId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static PatientId of(String text) {
        return new PatientId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
