package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.Channel;
import java.time.Instant;
import java.util.UUID;

/**
 * One line of the activity log: an act on an account, a clinic or a session. There is no patient in it.
 *
 * @param accountId who acted
 * @param who the person's name, read from the account when the log is shown
 * @param recordId the account or clinic concerned, where there is one
 * @param outcome {@code PERMITTED}, {@code DENIED} or {@code FAILED}
 * @param reason why it was denied or failed
 * @param address the network address
 */
public record ActivityEntry(
        UUID id,
        Instant occurredAt,
        AccountId accountId,
        String who,
        AccountKind kind,
        String clinicName,
        Channel channel,
        Action action,
        Category category,
        String operation,
        UUID recordId,
        String outcome,
        String reason,
        String requestId,
        String address) {}
