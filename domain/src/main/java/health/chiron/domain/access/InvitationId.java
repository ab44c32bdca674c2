package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names an invitation. */
public record InvitationId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public InvitationId {
        Objects.requireNonNull(value, "InvitationId needs a value");
    }

    /** A new, time-ordered id. */
    public static InvitationId next() {
        return new InvitationId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static InvitationId of(String text) {
        return new InvitationId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
