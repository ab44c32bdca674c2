package health.chiron.rest.audit;

import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.AuditPage;
import java.util.List;

/**
 * A part of the access log.
 *
 * @param entries the entries of this part
 * @param total how many entries there are in all, counted up to 100,000
 * @param moreThanTotal whether there are more than that
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record AccessLog(List<AccessEntry> entries, long total, boolean moreThanTotal, int offset, int limit) {
    /** Copies the list. */
    public AccessLog {
        entries = List.copyOf(entries);
    }

    /** The part as the wire has it. */
    public static AccessLog of(AuditPage page) {
        return new AccessLog(page.entries(), page.total(), page.more(), page.offset(), page.limit());
    }
}
