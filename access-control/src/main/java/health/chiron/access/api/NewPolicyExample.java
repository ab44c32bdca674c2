package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An answer that the policy is to keep giving.
 *
 * @param accountId the person
 * @param action what would be done
 * @param category to what
 * @param permitted the agreed answer
 * @param note why it matters, in words without names
 */
public record NewPolicyExample(
        @NotNull AccountId accountId,
        @NotNull Action action,
        @NotNull Category category,
        @NotNull Boolean permitted,

        @NotBlank @Size(min = 3, max = Limits.EXAMPLE_NOTE) @Pattern(regexp = Limits.LINE)
        String note) {}
