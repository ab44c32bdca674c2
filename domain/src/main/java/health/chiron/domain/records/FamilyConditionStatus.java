package health.chiron.domain.records;

/** Where a relative's illness stands (MediKeep, family_conditions.status). */
public enum FamilyConditionStatus {
    /** Present. */
    ACTIVE,
    /** Over. */
    RESOLVED,
    /** Present for good. */
    CHRONIC
}
