package health.chiron.interop.internal.imports;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;

/**
 * What another system calls something, the same in every file of that system.
 *
 * @param system who gave the id, usually a URI
 * @param id the id there
 */
record SourceKey(String system, String id) implements Comparable<SourceKey> {
    private static final int MOST = 200;
    private static final Comparator<SourceKey> BY_SYSTEM_AND_ID =
            Comparator.comparing(SourceKey::system).thenComparing(SourceKey::id);

    @Override
    public int compareTo(SourceKey other) {
        return BY_SYSTEM_AND_ID.compare(this, other);
    }

    /** The identifier as a key, if it is complete and fits. */
    static Optional<SourceKey> of(Identifier identifier) {
        return of(identifier.getSystem(), identifier.getValue());
    }

    /** The pair as a key, if it is complete and fits. */
    static Optional<SourceKey> of(String system, String id) {
        if (system == null
                || id == null
                || system.isBlank()
                || id.isBlank()
                || system.length() > MOST
                || id.length() > MOST) {
            return Optional.empty();
        }
        return Optional.of(new SourceKey(system, id));
    }

    /** The first identifier that makes a key. */
    static Optional<SourceKey> firstOf(List<Identifier> identifiers) {
        return identifiers.stream().map(SourceKey::of).flatMap(Optional::stream).findFirst();
    }
}
