package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import java.time.Instant;
import java.util.UUID;

/**
 * One line of the access log: who did what, when, under which relationship.
 *
 * @param accountId who, as an id
 * @param who the person's name, read from the account when the log is shown; the log itself holds no names
 * @param relationship what let them in, such as {@code GRANT} or {@code OWNER}
 * @param rule the rule of the policy that let them in
 * @param grantId the grant it ran under
 * @param purpose the purpose of that grant
 * @param operation the door's method, such as {@code Visits.get}
 * @param recordId the record concerned, where there is one
 * @param outcome {@code PERMITTED}, {@code DENIED} or {@code FAILED}
 * @param reason why it was denied or failed
 * @param address the network address; for auditors and, of their own acts, for everybody
 */
public record AccessEntry(
        UUID id,
        Instant occurredAt,
        AccountId accountId,
        String who,
        AccountKind kind,
        String clinicName,
        Channel channel,
        PatientId patientId,
        String relationship,
        String rule,
        GrantId grantId,
        String purpose,
        Action action,
        Category category,
        String operation,
        UUID recordId,
        String outcome,
        String reason,
        String requestId,
        String address) {}
