package health.chiron.access.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The new password of somebody whose present one has just been proven.
 *
 * @param password 12 to 200 characters, not a common one, not the sign-in name, not the present one
 */
public record NewPassword(
        @NotNull @Size(min = Limits.PASSWORD_LEAST, max = Limits.PASSWORD_MOST)
        String password) {
    /** Says nothing of it. */
    @Override
    public String toString() {
        return "NewPassword[...]";
    }
}
