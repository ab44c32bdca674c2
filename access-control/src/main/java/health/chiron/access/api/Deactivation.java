package health.chiron.access.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Why an account is retired.
 *
 * @param reason 3 to 200 characters, for those who look later
 */
public record Deactivation(
        @NotNull @Size(min = Limits.PURPOSE_LEAST, max = Limits.PURPOSE_MOST) @Pattern(regexp = Limits.LINE)
        String reason) {}
