package health.chiron.domain.records;

import health.chiron.domain.shared.Id;
import health.chiron.domain.shared.Ids;
import java.util.Objects;
import java.util.UUID;

/** Names a relative in a patient's family history. */
public record FamilyMemberId(UUID value) implements Id {
    /** @throws NullPointerException if there is no value */
    public FamilyMemberId {
        Objects.requireNonNull(value, "FamilyMemberId needs a value");
    }

    /** A new, time-ordered id. */
    public static FamilyMemberId next() {
        return new FamilyMemberId(Ids.next());
    }

    /**
     * Reads the canonical text form.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static FamilyMemberId of(String text) {
        return new FamilyMemberId(Ids.parse(text));
    }

    /** The canonical text form, so that ids read well in paths and messages. */
    @Override
    public String toString() {
        return value.toString();
    }
}
