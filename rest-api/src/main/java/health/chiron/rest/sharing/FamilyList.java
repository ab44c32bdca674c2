package health.chiron.rest.sharing;

import health.chiron.access.api.ListedFamily;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of a list of families.
 *
 * @param families the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record FamilyList(List<ListedFamily> families, long total, int offset, int limit) {
    /** Copies the list. */
    public FamilyList {
        families = List.copyOf(families);
    }

    /** The part as the wire has it. */
    public static FamilyList of(Page<ListedFamily> page) {
        return new FamilyList(page.items(), page.total(), page.offset(), page.limit());
    }
}
