package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names an organisation that imported records name as the place of care. */
public record OrganizationId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public OrganizationId {
        Objects.requireNonNull(value, "OrganizationId needs a value");
    }

    /** A new, time-ordered id. */
    public static OrganizationId next() {
        return new OrganizationId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static OrganizationId of(String text) {
        return new OrganizationId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
