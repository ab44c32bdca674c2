package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The owner of a patient to be registered: one mail address or one telephone number at least. An account that has the mail
 * address already becomes the owner; otherwise one is made and invited.
 *
 * @param language {@code en} or {@code de}; the language of messages
 */
public record NewOwner(
        @NotBlank @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE)
        String fullName,

        @Size(max = Limits.EMAIL) @Pattern(regexp = Limits.EMAIL_PATTERN)
        String email,

        @Pattern(regexp = Limits.PHONE) String phone,
        @Pattern(regexp = "en|de") String language) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "NewOwner[...]";
    }
}
