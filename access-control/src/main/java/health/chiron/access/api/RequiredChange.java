package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new password of somebody who is not signed in, for accounts that get no tokens before it.
 *
 * @param username the sign-in name
 * @param password the present password
 * @param totp the code of the second factor, when there is one
 * @param newPassword 12 to 200 characters, not a common one, not the sign-in name, not the present one
 */
public record RequiredChange(
        @NotBlank @Size(max = Limits.USERNAME) String username,
        @NotBlank @Size(max = Limits.PASSWORD_MOST) String password,
        @Size(max = Limits.FACTOR_CODE) String totp,

        @NotNull @Size(min = Limits.PASSWORD_LEAST, max = Limits.PASSWORD_MOST)
        String newPassword) {
    /** Says nothing of them. */
    @Override
    public String toString() {
        return "RequiredChange[...]";
    }
}
