package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a share of a patient. */
public record ShareId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public ShareId {
        Objects.requireNonNull(value, "ShareId needs a value");
    }

    /** A new, time-ordered id. */
    public static ShareId next() {
        return new ShareId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ShareId of(String text) {
        return new ShareId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
