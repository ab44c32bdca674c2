package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What an administrator sets right in somebody's account: the name, and for who waits for an invitation the contacts, whole.
 *
 * @param fullName as others are to see it
 * @param email the mail address; left out, there is none
 * @param phone the telephone number in E.164; left out, there is none
 */
public record AccountCorrection(
        @NotBlank @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE)
        String fullName,

        @Size(max = Limits.EMAIL) @Pattern(regexp = Limits.EMAIL_PATTERN)
        String email,

        @Pattern(regexp = Limits.PHONE) String phone) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "AccountCorrection[...]";
    }
}
