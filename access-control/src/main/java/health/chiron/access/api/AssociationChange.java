package health.chiron.access.api;

import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.access.EmploymentType;
import java.time.Instant;
import java.util.List;

/**
 * What happened to an association.
 *
 * @param employmentType as it was from then on
 * @param rights as they were from then on
 * @param changedBy the name of who did it; null where nobody was signed in
 */
public record AssociationChange(
        Change change, EmploymentType employmentType, List<ClinicRight> rights, Instant changedAt, String changedBy) {
    /** Copies the list. */
    public AssociationChange {
        rights = List.copyOf(rights);
    }

    /** Of which sort. */
    public enum Change {
        /** Began to work here. */
        JOINED,
        /** Employment or rights were changed. */
        CHANGED,
        /** Works here no longer. */
        ENDED,
        /** Works here again. */
        RESUMED
    }
}
