package health.chiron.rest.patients;

import health.chiron.domain.shared.Page;
import health.chiron.records.api.ConditionView;
import java.util.List;

/**
 * A part of a problem list.
 *
 * @param conditions the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record ConditionList(List<ConditionView> conditions, long total, int offset, int limit) {
    /** Copies the list. */
    public ConditionList {
        conditions = List.copyOf(conditions);
    }

    /** The part as the wire has it. */
    public static ConditionList of(Page<ConditionView> page) {
        return new ConditionList(page.items(), page.total(), page.offset(), page.limit());
    }
}
