package health.chiron.rest.sharing;

import health.chiron.access.api.ShareView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of a list of shares.
 *
 * @param shares the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record ShareList(List<ShareView> shares, long total, int offset, int limit) {
    /** Copies the list. */
    public ShareList {
        shares = List.copyOf(shares);
    }

    /** The part as the wire has it. */
    public static ShareList of(Page<ShareView> page) {
        return new ShareList(page.items(), page.total(), page.offset(), page.limit());
    }
}
