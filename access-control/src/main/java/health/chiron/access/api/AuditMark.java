package health.chiron.access.api;

import java.time.Instant;
import java.util.UUID;

/**
 * Where in the log, newest first, an export goes on: behind this row.
 *
 * @param occurredAt its time
 * @param id its id
 */
public record AuditMark(Instant occurredAt, UUID id) {
    /** Behind an entry. */
    public static AuditMark behind(AccessEntry entry) {
        return new AuditMark(entry.occurredAt(), entry.id());
    }
}
