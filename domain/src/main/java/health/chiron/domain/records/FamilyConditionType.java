package health.chiron.domain.records;

/** What kind of illness (MediKeep, ConditionType). */
public enum FamilyConditionType {
    /** Heart and vessels. */
    CARDIOVASCULAR,
    /** Diabetes. */
    DIABETES,
    /** Cancer. */
    CANCER,
    /** Mental health. */
    MENTAL_HEALTH,
    /** Nerves and brain. */
    NEUROLOGICAL,
    /** The defence against itself. */
    AUTOIMMUNE,
    /** Inherited. */
    GENETIC,
    /** Breathing. */
    RESPIRATORY,
    /** Hormones. */
    ENDOCRINE,
    /** Another kind. */
    OTHER
}
