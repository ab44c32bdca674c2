package health.chiron.domain.records;

/** How bad (MediKeep, SeverityLevel). */
public enum Severity {
    /** Hardly limits. */
    MILD,
    /** Limits. */
    MODERATE,
    /** Limits much. */
    SEVERE,
    /** Threatens life. */
    LIFE_THREATENING
}
