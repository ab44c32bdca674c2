package health.chiron.rest.audit;

import health.chiron.access.api.ActivityEntry;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of the activity log, newest first.
 *
 * @param entries the entries of this part
 * @param total how many entries there are in all, counted up to 100,000
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record ActivityLog(List<ActivityEntry> entries, long total, int offset, int limit) {
    /** Copies the list. */
    public ActivityLog {
        entries = List.copyOf(entries);
    }

    /** The part as the wire has it. */
    public static ActivityLog of(Page<ActivityEntry> page) {
        return new ActivityLog(page.items(), page.total(), page.offset(), page.limit());
    }
}
