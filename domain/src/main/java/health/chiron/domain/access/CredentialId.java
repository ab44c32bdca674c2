package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names one of a program's credentials. */
public record CredentialId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public CredentialId {
        Objects.requireNonNull(value, "CredentialId needs a value");
    }

    /** A new, time-ordered id. */
    public static CredentialId next() {
        return new CredentialId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static CredentialId of(String text) {
        return new CredentialId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
