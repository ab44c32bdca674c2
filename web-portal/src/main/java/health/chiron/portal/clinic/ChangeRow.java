package health.chiron.portal.clinic;

import health.chiron.access.api.AssociationChange;
import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.access.EmploymentType;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** What happened to an association. */
public record ChangeRow(
        AssociationChange.Change change,
        EmploymentType employment,
        List<ClinicRight> rights,
        Instant changedAt,
        String changedBy)
        implements Serializable {
    static ChangeRow of(AssociationChange change) {
        return new ChangeRow(
                change.change(), change.employmentType(), change.rights(), change.changedAt(), change.changedBy());
    }
}
