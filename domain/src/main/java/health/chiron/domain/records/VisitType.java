package health.chiron.domain.records;

/** The six visit types of the veterinary seed (medical_records.visit_type). */
public enum VisitType {
    /** A planned check without complaint. */
    ROUTINE_CHECKUP,
    /** Cannot wait. */
    EMERGENCY,
    /** An operation. */
    SURGERY,
    /** A vaccination visit. */
    VACCINATION,
    /** Looks at an earlier problem again. */
    FOLLOW_UP,
    /** Anything else. */
    OTHER
}
