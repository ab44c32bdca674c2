package health.chiron.rest.clinics;

import health.chiron.access.api.ClinicView;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of the list of clinics.
 *
 * @param clinics the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record ClinicList(List<ClinicView> clinics, long total, int offset, int limit) {
    /** Copies the list. */
    public ClinicList {
        clinics = List.copyOf(clinics);
    }

    /** The part as the wire has it. */
    public static ClinicList of(Page<ClinicView> page) {
        return new ClinicList(page.items(), page.total(), page.offset(), page.limit());
    }
}
