package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The password once more, before what protects the account is changed.
 *
 * @param password the present one
 */
public record PasswordProof(
        @NotBlank @Size(max = Limits.PASSWORD_MOST) String password) {
    /** Says nothing of it. */
    @Override
    public String toString() {
        return "PasswordProof[...]";
    }
}
