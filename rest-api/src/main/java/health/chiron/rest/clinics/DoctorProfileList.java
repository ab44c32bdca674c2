package health.chiron.rest.clinics;

import health.chiron.access.api.DoctorProfile;
import health.chiron.domain.shared.Page;
import java.util.List;

/**
 * A part of the list of doctors.
 *
 * @param doctors the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record DoctorProfileList(List<DoctorProfile> doctors, long total, int offset, int limit) {
    /** Copies the list. */
    public DoctorProfileList {
        doctors = List.copyOf(doctors);
    }

    /** The part as the wire has it. */
    public static DoctorProfileList of(Page<DoctorProfile> page) {
        return new DoctorProfileList(page.items(), page.total(), page.offset(), page.limit());
    }
}
