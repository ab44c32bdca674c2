package health.chiron.rest.sharing;

import health.chiron.access.api.OwnershipPeriod;
import java.util.List;

/**
 * Who has owned a patient.
 *
 * @param owners the owners of today first, then the newest
 */
public record OwnershipHistory(List<OwnershipPeriod> owners) {
    /** Copies the list. */
    public OwnershipHistory {
        owners = List.copyOf(owners);
    }
}
