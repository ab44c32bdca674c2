package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;

/**
 * Which doctors are wanted; null for no matter.
 *
 * @param name a part of the name, upper and lower case alike
 * @param specialization a part of the field
 * @param licenseNumber the exact licence number
 * @param clinic who works at this clinic now
 */
public record DoctorQuery(
        String name,
        String specialization,
        String licenseNumber,
        Boolean active,
        Boolean verified,
        ListedClinic clinic) {
    /** All of them. */
    public static final DoctorQuery ALL = new DoctorQuery(null, null, null, null, null, null);

    /** The clinic's id; null for no matter. */
    public ClinicId clinicId() {
        return clinic == null ? null : clinic.id();
    }
}
