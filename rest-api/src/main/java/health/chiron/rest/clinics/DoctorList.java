package health.chiron.rest.clinics;

import health.chiron.access.api.DoctorView;
import java.util.List;

/**
 * The doctors of a clinic.
 *
 * @param doctors all of them
 */
public record DoctorList(List<DoctorView> doctors) {
    /** Copies the list. */
    public DoctorList {
        doctors = List.copyOf(doctors);
    }
}
