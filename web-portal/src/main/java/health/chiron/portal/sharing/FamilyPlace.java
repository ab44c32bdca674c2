package health.chiron.portal.sharing;

import health.chiron.access.api.FamilyPatientView;
import health.chiron.domain.access.RelationshipToFamily;
import java.io.Serializable;
import java.util.UUID;

/**
 * A patient of a family as a page lists it.
 *
 * @param patient null for whom the reader does not reach
 * @param name null for the same
 * @param mayTakeOut whether the reader may take the patient out
 */
public record FamilyPlace(
        UUID patient, String name, String label, RelationshipToFamily relationship, String addedBy, boolean mayTakeOut)
        implements Serializable {
    static FamilyPlace of(FamilyPatientView view) {
        return new FamilyPlace(
                view.patientId() == null ? null : view.patientId().value(),
                view.patientName(),
                view.label(),
                view.relationshipToFamily(),
                view.addedBy(),
                view.mayTakeOut());
    }

    /** Whether the reader reaches the patient. */
    public boolean reached() {
        return patient != null;
    }
}
