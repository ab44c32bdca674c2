package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import java.time.Instant;

/**
 * What an auditor looks for; every part may be left out.
 *
 * @param from the earliest time, included
 * @param until the latest time, excluded
 * @param outcome {@code PERMITTED}, {@code DENIED} or {@code FAILED}
 */
public record AuditQuery(
        PatientId patientId,
        AccountId accountId,
        GrantId grantId,
        Action action,

        @jakarta.validation.constraints.Pattern(regexp = "PERMITTED|DENIED|FAILED")
        String outcome,

        Instant from,
        Instant until) {}
