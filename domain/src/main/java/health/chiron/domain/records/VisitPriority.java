package health.chiron.domain.records;

/** How urgent the visit was (MediKeep, encounters.priority). */
public enum VisitPriority {
    /** In its turn. */
    ROUTINE,
    /** Before others. */
    URGENT,
    /** At once. */
    EMERGENCY
}
