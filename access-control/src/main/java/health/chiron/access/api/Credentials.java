package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A sign-in name and password as typed.
 *
 * @param username the sign-in name; upper and lower case are the same
 * @param password the password
 */
public record Credentials(
        @NotBlank @Size(max = Limits.USERNAME) String username,
        @NotBlank @Size(max = Limits.PASSWORD_MOST) String password) {
    /** Says nothing of either. */
    @Override
    public String toString() {
        return "Credentials[...]";
    }
}
