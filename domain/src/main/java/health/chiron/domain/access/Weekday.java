package health.chiron.domain.access;

/** A day of the week, the first one Monday (ISO 8601). */
public enum Weekday {
    /** The first day. */
    MONDAY,
    /** The second. */
    TUESDAY,
    /** The third. */
    WEDNESDAY,
    /** The fourth. */
    THURSDAY,
    /** The fifth. */
    FRIDAY,
    /** The sixth. */
    SATURDAY,
    /** The last. */
    SUNDAY
}
