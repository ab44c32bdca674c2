package health.chiron.records.api;

import health.chiron.access.api.Limits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A later word on a signed visit.
 *
 * @param audience who reads it; left out, everybody who reads the visit
 */
public record NewAddendum(
        @NotBlank @Size(max = RecordLimits.PLAN) @Pattern(regexp = Limits.TEXT)
        String text,

        AddendumAudience audience) {
    /** For everybody who reads the visit. */
    public NewAddendum(String text) {
        this(text, null);
    }
}
