package health.chiron.rest.access;

import health.chiron.domain.access.GrantId;
import health.chiron.rest.wire.Needed;
import jakarta.validation.constraints.NotNull;

/**
 * The grant to end.
 *
 * @param grantId one of the patient's grants
 */
public record GrantToEnd(@NotNull GrantId grantId) {
    /** @throws health.chiron.domain.shared.Refusal naming the field when it is missing */
    public GrantToEnd {
        Needed.value("grantId", grantId);
    }
}
