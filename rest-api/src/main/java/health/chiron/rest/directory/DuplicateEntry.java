package health.chiron.rest.directory;

import health.chiron.domain.access.PractitionerId;
import health.chiron.rest.wire.Needed;
import jakarta.validation.constraints.NotNull;

/**
 * Which entry means the same person and goes.
 *
 * @param duplicateId the entry that is merged into the one in the path
 */
public record DuplicateEntry(@NotNull PractitionerId duplicateId) {
    /** @throws health.chiron.domain.shared.Refusal naming the field when it is missing */
    public DuplicateEntry {
        Needed.value("duplicateId", duplicateId);
    }
}
