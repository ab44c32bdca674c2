package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The code that was sent to a contact, and proves that who says it reads there.
 *
 * @param code six digits
 */
public record ContactCode(@NotBlank @Size(max = 8) String code) {
    /** Says nothing of it. */
    @Override
    public String toString() {
        return "ContactCode[...]";
    }
}
