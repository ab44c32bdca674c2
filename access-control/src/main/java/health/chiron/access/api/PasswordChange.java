package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new password in place of the present one.
 *
 * @param oldPassword the present one
 * @param newPassword 12 to 200 characters, not a common one, not the sign-in name, not the present one
 */
public record PasswordChange(
        @NotBlank @Size(max = Limits.PASSWORD_MOST) String oldPassword,

        @NotNull @Size(min = Limits.PASSWORD_LEAST, max = Limits.PASSWORD_MOST)
        String newPassword) {
    /** Says nothing of either. */
    @Override
    public String toString() {
        return "PasswordChange[...]";
    }
}
