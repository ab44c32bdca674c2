package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names an invitation to work at one more clinic. */
public record ClinicInvitationId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public ClinicInvitationId {
        Objects.requireNonNull(value, "ClinicInvitationId needs a value");
    }

    /** A new, time-ordered id. */
    public static ClinicInvitationId next() {
        return new ClinicInvitationId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ClinicInvitationId of(String text) {
        return new ClinicInvitationId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
