package health.chiron.access.api;

/**
 * Which practitioners are wanted; null for no matter. Texts are parts, upper and lower case alike.
 *
 * @param active only those offered for choice, or only the others
 */
public record PractitionerQuery(String name, String specialty, String practice, Boolean active) {
    /** All of them. */
    public static final PractitionerQuery ALL = new PractitionerQuery(null, null, null, null);
}
