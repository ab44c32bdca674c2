package health.chiron.access.api;

import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.access.EmploymentType;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/**
 * How somebody belongs to a clinic, and what it lets the person do in its name.
 *
 * @param rights empty for none
 */
public record Association(
        @NotNull EmploymentType employmentType, @NotNull Set<ClinicRight> rights) {
    /** Copies the set. */
    public Association {
        rights = rights == null ? null : Set.copyOf(rights);
    }
}
