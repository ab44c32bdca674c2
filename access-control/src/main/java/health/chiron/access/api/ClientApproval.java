package health.chiron.access.api;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The platform's yes to a program.
 *
 * @param scopes what of the wanted scopes it is allowed, with blanks between; all of them if left out
 */
public record ClientApproval(
        @Size(max = Limits.SCOPES) @Pattern(regexp = Limits.LINE)
        String scopes) {}
