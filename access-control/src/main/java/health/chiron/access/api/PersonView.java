package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.access.EmploymentType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody's association with a clinic, as its administrator sees it.
 *
 * @param id the person's account
 * @param status where the account stands; an invited one has no password yet
 * @param active whether the person works here now
 * @param joinedAt when it began for the first time
 * @param endedAt when it ended, if it has
 * @param rights what the clinic lets the person do in its name
 * @param version for the next change
 */
public record PersonView(
        AccountId id,
        String fullName,
        AccountKind kind,
        AccountStatus status,
        EmploymentType employmentType,
        boolean active,
        Instant joinedAt,
        Instant endedAt,
        List<ClinicRight> rights,
        long version)
        implements AboutRecord {
    /** Copies the list. */
    public PersonView {
        rights = List.copyOf(rights);
    }

    @Override
    public UUID recordId() {
        return id.value();
    }
}
