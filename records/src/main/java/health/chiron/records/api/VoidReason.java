package health.chiron.records.api;

import health.chiron.access.api.Limits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Why an entry is declared void.
 *
 * @param reason in words that the chart keeps
 */
public record VoidReason(
        @NotBlank
        @Size(min = RecordLimits.VOID_REASON_LEAST, max = RecordLimits.VOID_REASON_MOST)
        @Pattern(regexp = Limits.LINE)
        String reason) {
    /** Says nothing of the entry. */
    @Override
    public String toString() {
        return "VoidReason[...]";
    }
}
