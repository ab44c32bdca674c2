package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A code of the second factor.
 *
 * @param code six digits; where a second factor is on already, a recovery code too
 */
public record FactorCode(
        @NotBlank @Size(max = Limits.FACTOR_CODE) String code) {
    /** Says nothing of it. */
    @Override
    public String toString() {
        return "FactorCode[...]";
    }
}
