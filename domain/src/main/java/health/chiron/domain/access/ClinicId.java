package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a clinic. */
public record ClinicId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public ClinicId {
        Objects.requireNonNull(value, "ClinicId needs a value");
    }

    /** A new, time-ordered id. */
    public static ClinicId next() {
        return new ClinicId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ClinicId of(String text) {
        return new ClinicId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
