package health.chiron.access.api;

import health.chiron.domain.access.RelationshipToFamily;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Brings a patient into a family.
 *
 * @param relationshipToFamily how the patient belongs to it
 * @param label what everybody in the family reads, whether or not they reach the patient
 */
public record BringIntoFamily(
        @NotNull RelationshipToFamily relationshipToFamily,

        @NotBlank @Size(max = Limits.FAMILY_LABEL) @Pattern(regexp = Limits.LINE)
        String label) {
    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "BringIntoFamily[...]";
    }
}
