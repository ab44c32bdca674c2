package health.chiron.records.api;

import health.chiron.access.api.Limits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A number by which somebody knows the patient: a medical record number, a passport.
 *
 * @param system who gave it, usually a URI
 * @param value the number
 */
public record Identifier(
        @NotBlank @Size(max = 200) @Pattern(regexp = Limits.LINE)
        String system,

        @NotBlank @Size(max = 100) @Pattern(regexp = Limits.LINE)
        String value) {}
