package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Both factors once more.
 *
 * @param password the present password
 * @param code six digits, or a recovery code
 */
public record FactorProof(
        @NotBlank @Size(max = Limits.PASSWORD_MOST) String password,
        @NotBlank @Size(max = Limits.FACTOR_CODE) String code) {
    /** Says nothing of either. */
    @Override
    public String toString() {
        return "FactorProof[...]";
    }
}
