package health.chiron.access.api;

import java.time.Instant;
import java.util.UUID;

/**
 * What a verification of the audit log found.
 *
 * @param holds whether every row is as it was written and none is missing, added or moved
 * @param sealed how many rows the chain holds
 * @param waiting how many rows are written but not sealed yet
 * @param head the hash of the last seal, in hex; the value to keep elsewhere
 * @param firstBadNumber the place in the chain of the first row that does not hold; null when all hold, or the row is not sealed
 * @param firstBadEvent the event's id, where it is known
 * @param finding what is wrong with it, such as {@code changed} or {@code missing}
 */
public record ChainReport(
        boolean holds,
        long sealed,
        long waiting,
        String head,
        Long firstBadNumber,
        UUID firstBadEvent,
        String finding,
        Instant checkedAt) {}
