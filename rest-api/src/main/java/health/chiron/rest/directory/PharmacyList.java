package health.chiron.rest.directory;

import health.chiron.access.api.PharmacyView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of the directory of pharmacies.
 *
 * @param pharmacies the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record PharmacyList(List<PharmacyView> pharmacies, long total, int offset, int limit) {
    /** Copies the list. */
    public PharmacyList {
        pharmacies = List.copyOf(pharmacies);
    }

    /** The part as the wire has it. */
    public static PharmacyList of(Page<PharmacyView> page) {
        return new PharmacyList(page.items(), page.total(), page.offset(), page.limit());
    }
}
