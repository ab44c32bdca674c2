package health.chiron.rest.access;

import health.chiron.access.api.AccessRequestView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of a list of requests for access.
 *
 * @param accessRequests the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record AccessRequestList(List<AccessRequestView> accessRequests, long total, int offset, int limit) {
    /** Copies the list. */
    public AccessRequestList {
        accessRequests = List.copyOf(accessRequests);
    }

    /** The part as the wire has it. */
    public static AccessRequestList of(Page<AccessRequestView> page) {
        return new AccessRequestList(page.items(), page.total(), page.offset(), page.limit());
    }
}
