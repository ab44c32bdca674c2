package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A new contact for the own account: one of the two.
 *
 * @param email a mail address
 * @param phone a telephone number in E.164
 * @param password the present password
 */
public record NewContact(
        @Size(max = Limits.EMAIL) @Pattern(regexp = Limits.EMAIL_PATTERN)
        String email,

        @Pattern(regexp = Limits.PHONE) String phone,
        @NotBlank @Size(max = Limits.PASSWORD_MOST) String password) {
    /** Says nothing of the password or the person. */
    @Override
    public String toString() {
        return "NewContact[...]";
    }
}
