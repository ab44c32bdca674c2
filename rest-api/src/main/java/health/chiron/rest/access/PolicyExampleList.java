package health.chiron.rest.access;

import health.chiron.access.api.PolicyExample;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of a list of examples.
 *
 * @param examples the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record PolicyExampleList(List<PolicyExample> examples, long total, int offset, int limit) {
    /** Copies the list. */
    public PolicyExampleList {
        examples = List.copyOf(examples);
    }

    /** The part as the wire has it. */
    public static PolicyExampleList of(Page<PolicyExample> page) {
        return new PolicyExampleList(page.items(), page.total(), page.offset(), page.limit());
    }
}
