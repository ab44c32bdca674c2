package health.chiron.access.api;

import health.chiron.domain.access.ConsentTextId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The owner signs in the portal.
 *
 * @param textId what was shown
 * @param textSha256 the hash of what was shown, as 64 hexadecimal digits
 * @param signedName the signer's name as typed
 */
public record SignConsent(
        @NotNull ConsentTextId textId,
        @NotNull @Pattern(regexp = Limits.SHA256) String textSha256,

        @NotBlank @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE)
        String signedName) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "SignConsent[...]";
    }
}
