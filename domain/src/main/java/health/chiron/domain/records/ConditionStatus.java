package health.chiron.domain.records;

/** Where a condition stands (MediKeep, ConditionStatus). */
public enum ConditionStatus {
    /** Present. */
    ACTIVE,
    /** Not showing now. */
    INACTIVE,
    /** Over; the end date says since when. */
    RESOLVED,
    /** Present for good. */
    CHRONIC,
    /** Came back. */
    RECURRENCE,
    /** Came back after getting better. */
    RELAPSE
}
