package health.chiron.rest.visits;

import health.chiron.domain.shared.Page;
import health.chiron.records.api.VisitPage;
import java.util.List;

/**
 * A part of a list of visit records.
 *
 * @param records the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record VisitList(List<VisitPage.Entry> records, long total, int offset, int limit) {
    /** Copies the list. */
    public VisitList {
        records = List.copyOf(records);
    }

    /** The part as the wire has it. */
    public static VisitList of(Page<VisitPage.Entry> page) {
        return new VisitList(page.items(), page.total(), page.offset(), page.limit());
    }
}
