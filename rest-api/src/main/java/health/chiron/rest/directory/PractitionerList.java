package health.chiron.rest.directory;

import health.chiron.access.api.PractitionerView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of the directory of practitioners.
 *
 * @param practitioners the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record PractitionerList(List<PractitionerView> practitioners, long total, int offset, int limit) {
    /** Copies the list. */
    public PractitionerList {
        practitioners = List.copyOf(practitioners);
    }

    /** The part as the wire has it. */
    public static PractitionerList of(Page<PractitionerView> page) {
        return new PractitionerList(page.items(), page.total(), page.offset(), page.limit());
    }
}
