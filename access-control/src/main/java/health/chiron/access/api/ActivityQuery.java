package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/**
 * What is looked for in the activity log; every part may be left out.
 *
 * @param accountId who acted
 * @param clinicId in which clinic's name
 * @param outcome {@code PERMITTED}, {@code DENIED} or {@code FAILED}
 * @param from the earliest time, included
 * @param until the latest time, excluded
 */
public record ActivityQuery(
        AccountId accountId,
        ClinicId clinicId,
        Action action,
        Category category,
        @Pattern(regexp = "PERMITTED|DENIED|FAILED") String outcome,
        Instant from,
        Instant until) {}
