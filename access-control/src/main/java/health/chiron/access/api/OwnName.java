package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The own name.
 *
 * @param fullName as others are to see it
 */
public record OwnName(
        @NotBlank @Size(max = Limits.NAME) @Pattern(regexp = Limits.LINE)
        String fullName) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "OwnName[...]";
    }
}
