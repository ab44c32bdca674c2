package health.chiron.records.api;

import health.chiron.access.api.Limits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * How the front desk finds a patient that the clinic does not reach: the exact microchip, or the exact contact of the owner
 * together with the patient's exact name.
 */
public record PatientLookup(
        @Pattern(regexp = RecordLimits.MICROCHIP) String microchip,

        @Size(min = 1, max = Limits.EMAIL) @Pattern(regexp = Limits.LINE)
        String ownerContact,

        @Size(min = 1, max = 201) @Pattern(regexp = Limits.LINE)
        String name) {
    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "PatientLookup[...]";
    }
}
