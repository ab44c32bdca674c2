package health.chiron.rest.audit;

import health.chiron.access.api.AccessEntry;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of the access log, newest first.
 *
 * @param entries the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record AccessLog(List<AccessEntry> entries, long total, int offset, int limit) {
    /** Copies the list. */
    public AccessLog {
        entries = List.copyOf(entries);
    }

    /** The part as the wire has it. */
    public static AccessLog of(Page<AccessEntry> page) {
        return new AccessLog(page.items(), page.total(), page.offset(), page.limit());
    }
}
