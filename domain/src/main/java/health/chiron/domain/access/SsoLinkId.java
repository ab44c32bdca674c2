package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names the link of an account to an identity of a provider of single sign-on. */
public record SsoLinkId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public SsoLinkId {
        Objects.requireNonNull(value, "SsoLinkId needs a value");
    }

    /** A new, time-ordered id. */
    public static SsoLinkId next() {
        return new SsoLinkId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SsoLinkId of(String text) {
        return new SsoLinkId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
