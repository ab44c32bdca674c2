package health.chiron.access.api;

import health.chiron.domain.access.ContactKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Which contact is to go.
 *
 * @param contact mail address or telephone
 * @param password the present password
 */
public record ContactRemoval(
        @NotNull ContactKind contact,
        @NotBlank @Size(max = Limits.PASSWORD_MOST) String password) {
    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "ContactRemoval[" + contact + "]";
    }
}
