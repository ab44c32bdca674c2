package health.chiron.domain.records;

/** Administrative sex (FHIR administrative-gender). */
public enum Sex {
    /** Female. */
    FEMALE,
    /** Male. */
    MALE,
    /** Other. */
    OTHER,
    /** Not known. */
    UNKNOWN
}
