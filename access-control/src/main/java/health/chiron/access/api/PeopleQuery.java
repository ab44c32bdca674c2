package health.chiron.access.api;

import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.access.EmploymentType;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Which of a clinic's people are wanted; every part may be left out.
 *
 * @param kind of this kind of account; null for all
 * @param active who works here now, or who does no longer; null for both
 * @param status where the account stands; null for all
 * @param employmentType who belongs to the clinic in this way; null for all
 * @param search a part of the name, the sign-in name or the mail address, upper and lower case alike
 */
public record PeopleQuery(
        AccountKind kind,
        Boolean active,
        AccountStatus status,
        EmploymentType employmentType,
        @Size(max = 100) @Pattern(regexp = Limits.LINE) String search) {}
