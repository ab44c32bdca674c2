package health.chiron.rest.sharing;

import health.chiron.access.api.FamilyHistoryShareView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of a list of shares of relatives' histories.
 *
 * @param familyHistoryShares the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record FamilyHistoryShareList(
        List<FamilyHistoryShareView> familyHistoryShares, long total, int offset, int limit) {
    /** Copies the list. */
    public FamilyHistoryShareList {
        familyHistoryShares = List.copyOf(familyHistoryShares);
    }

    /** The part as the wire has it. */
    public static FamilyHistoryShareList of(Page<FamilyHistoryShareView> page) {
        return new FamilyHistoryShareList(page.items(), page.total(), page.offset(), page.limit());
    }
}
