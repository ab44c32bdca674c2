package health.chiron.rest.clinics;

import health.chiron.access.api.AssociationChange;
import java.util.List;

/**
 * What happened to an association with a clinic.
 *
 * @param changes the changes, newest first
 */
public record AssociationHistory(List<AssociationChange> changes) {
    /** Copies the list. */
    public AssociationHistory {
        changes = List.copyOf(changes);
    }
}
