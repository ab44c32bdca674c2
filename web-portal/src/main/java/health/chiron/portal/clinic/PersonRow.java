package health.chiron.portal.clinic;

import health.chiron.access.api.PersonView;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.access.EmploymentType;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody of a clinic as its administrator's page lists them. */
public record PersonRow(
        UUID id,
        String name,
        AccountKind kind,
        AccountStatus status,
        EmploymentType employment,
        boolean active,
        Instant joinedAt,
        Instant endedAt,
        List<ClinicRight> rights,
        long version)
        implements Serializable {
    static PersonRow of(PersonView person) {
        return new PersonRow(
                person.id().value(),
                person.fullName(),
                person.kind(),
                person.status(),
                person.employmentType(),
                person.active(),
                person.joinedAt(),
                person.endedAt(),
                person.rights(),
                person.version());
    }
}
