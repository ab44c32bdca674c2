package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What an administrator finds afterwards about an emergency.
 *
 * @param note why, in words that the owner reads
 */
public record EmergencyJudgement(
        @NotNull GrantView.Judgement outcome,

        @NotBlank @Size(min = 3, max = 1000) @Pattern(regexp = Limits.TEXT)
        String note) {}
