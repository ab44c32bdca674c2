package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import java.time.Instant;

/**
 * Somebody who is in a family.
 *
 * @param founder whether the person founded it
 * @param own whether it is the reader
 */
public record FamilyPersonView(AccountId accountId, String fullName, boolean founder, Instant since, boolean own) {}
