package health.chiron.access.api;

/**
 * Which pharmacies are wanted; null for no matter.
 *
 * @param name a part of the name or the brand, upper and lower case alike
 * @param city the whole name of the place, upper and lower case alike
 * @param zipCode how the postal code begins
 * @param active only those offered for choice, or only the others
 */
public record PharmacyQuery(
        String name, String city, String zipCode, Boolean twentyFourHour, Boolean driveThrough, Boolean active) {
    /** All of them. */
    public static final PharmacyQuery ALL = new PharmacyQuery(null, null, null, null, null, null);
}
