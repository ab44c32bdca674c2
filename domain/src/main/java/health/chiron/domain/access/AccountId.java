package health.chiron.domain.access;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names an account: a person, an integrating program or a named job. */
public record AccountId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public AccountId {
        Objects.requireNonNull(value, "AccountId needs a value");
    }

    /** A new, time-ordered id. */
    public static AccountId next() {
        return new AccountId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static AccountId of(String text) {
        return new AccountId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
