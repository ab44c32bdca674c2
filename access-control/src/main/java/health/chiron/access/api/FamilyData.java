package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a family is called.
 *
 * @param name its people read it, and whoever is invited
 */
public record FamilyData(
        @NotBlank @Size(max = Limits.FAMILY_NAME) @Pattern(regexp = Limits.LINE)
        String name) {
    /** Says nothing of the family. */
    @Override
    public String toString() {
        return "FamilyData[...]";
    }
}
