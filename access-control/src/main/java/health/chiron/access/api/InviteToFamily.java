package health.chiron.access.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Invites somebody into a family.
 *
 * @param email the exact mail address; whether there is an account behind it is never said
 * @param title what the person reads first
 * @param message a few words beside it
 * @param expiresInDays how long the invitation waits, 1 to 30 days; left out, 7
 */
public record InviteToFamily(
        @NotBlank @Size(max = Limits.EMAIL) @Pattern(regexp = Limits.EMAIL_PATTERN)
        String email,

        @NotBlank @Size(max = Limits.INVITATION_TITLE) @Pattern(regexp = Limits.LINE)
        String title,

        @Size(min = 1, max = Limits.INVITATION_MESSAGE) @Pattern(regexp = Limits.TEXT)
        String message,

        @Min(1) @Max(Limits.INVITATION_DAYS_MOST) Integer expiresInDays) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "InviteToFamily[...]";
    }
}
