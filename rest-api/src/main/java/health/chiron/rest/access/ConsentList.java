package health.chiron.rest.access;

import health.chiron.access.api.ConsentView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of a list of signed consents.
 *
 * @param consents the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record ConsentList(List<ConsentView> consents, long total, int offset, int limit) {
    /** Copies the list. */
    public ConsentList {
        consents = List.copyOf(consents);
    }

    /** The part as the wire has it. */
    public static ConsentList of(Page<ConsentView> page) {
        return new ConsentList(page.items(), page.total(), page.offset(), page.limit());
    }
}
