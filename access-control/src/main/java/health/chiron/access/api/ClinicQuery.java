package health.chiron.access.api;

/**
 * Which clinics are wanted; null for no matter.
 *
 * @param name a part of the name, upper and lower case alike
 * @param licenseNumber the exact licence number
 */
public record ClinicQuery(String name, String licenseNumber, Boolean active, Boolean verified) {
    /** All of them. */
    public static final ClinicQuery ALL = new ClinicQuery(null, null, null, null);
}
