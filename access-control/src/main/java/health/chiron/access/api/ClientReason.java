package health.chiron.access.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Why a program is refused, held back or ended.
 *
 * @param reason told to whoever keeps the program; nothing of patients belongs here
 */
public record ClientReason(
        @NotBlank @Size(min = 3, max = Limits.PROGRAM_REASON) @Pattern(regexp = Limits.TEXT)
        String reason) {}
