package health.chiron.rest.access;

import health.chiron.access.api.GrantView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of a list of grants.
 *
 * @param grants the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record GrantList(List<GrantView> grants, long total, int offset, int limit) {
    /** Copies the list. */
    public GrantList {
        grants = List.copyOf(grants);
    }

    /** The part as the wire has it. */
    public static GrantList of(Page<GrantView> page) {
        return new GrantList(page.items(), page.total(), page.offset(), page.limit());
    }
}
