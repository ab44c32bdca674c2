package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import jakarta.validation.constraints.NotNull;

/**
 * May this person do this?
 *
 * @param accountId the person; left out, whoever asks
 * @param action what would be done
 * @param category to what
 */
public record Question(
        AccountId accountId,
        @NotNull Action action,
        @NotNull Category category) {}
