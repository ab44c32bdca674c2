package health.chiron.rest.directory;

import health.chiron.access.api.ClinicCard;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of the public directory of clinics.
 *
 * @param clinics the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record ClinicCardList(List<ClinicCard> clinics, long total, int offset, int limit) {
    /** Copies the list. */
    public ClinicCardList {
        clinics = List.copyOf(clinics);
    }

    /** The part as the wire has it. */
    public static ClinicCardList of(Page<ClinicCard> page) {
        return new ClinicCardList(page.items(), page.total(), page.offset(), page.limit());
    }
}
