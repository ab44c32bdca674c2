package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new password by a one-time link.
 *
 * @param token the secret of the link
 * @param password 12 to 200 characters, not a common one, not the sign-in name
 */
public record PasswordReset(
        @NotBlank @Size(max = 100) String token,

        @NotNull @Size(min = Limits.PASSWORD_LEAST, max = Limits.PASSWORD_MOST)
        String password) {
    /** Says nothing of either. */
    @Override
    public String toString() {
        return "PasswordReset[...]";
    }
}
