package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a block that an owner has set. */
public record BlockId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public BlockId {
        Objects.requireNonNull(value, "BlockId needs a value");
    }

    /** A new, time-ordered id. */
    public static BlockId next() {
        return new BlockId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static BlockId of(String text) {
        return new BlockId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
