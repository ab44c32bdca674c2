package health.chiron.rest.sharing;

import health.chiron.rest.wire.Needed;
import jakarta.validation.constraints.NotNull;

/**
 * Whether a patient is the owner's own record.
 *
 * @param isSelfRecord whether it is
 */
public record SelfRecord(@NotNull Boolean isSelfRecord) {
    /** @throws health.chiron.domain.shared.Refusal naming the field when it is missing */
    public SelfRecord {
        Needed.value("isSelfRecord", isSelfRecord);
    }
}
