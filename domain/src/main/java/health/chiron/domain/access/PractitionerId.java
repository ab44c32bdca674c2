package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a practitioner: a doctor with an account, or a person that imported records name. */
public record PractitionerId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public PractitionerId {
        Objects.requireNonNull(value, "PractitionerId needs a value");
    }

    /** A new, time-ordered id. */
    public static PractitionerId next() {
        return new PractitionerId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static PractitionerId of(String text) {
        return new PractitionerId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
