package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Somebody has forgotten a password.
 *
 * @param username the sign-in name; upper and lower case are the same
 */
public record ForgottenPassword(
        @NotBlank @Size(max = Limits.USERNAME) String username) {
    /** Says nothing of the name. */
    @Override
    public String toString() {
        return "ForgottenPassword[...]";
    }
}
