package health.chiron.domain.records;

/** Whose relative (MediKeep, FamilyRelationship; son, daughter and spouse besides). */
public enum FamilyRelation {
    /** Father. */
    FATHER,
    /** Mother. */
    MOTHER,
    /** Brother. */
    BROTHER,
    /** Sister. */
    SISTER,
    /** Son. */
    SON,
    /** Daughter. */
    DAUGHTER,
    /** Husband, wife or partner. */
    SPOUSE,
    /** The father's father. */
    PATERNAL_GRANDFATHER,
    /** The father's mother. */
    PATERNAL_GRANDMOTHER,
    /** The mother's father. */
    MATERNAL_GRANDFATHER,
    /** The mother's mother. */
    MATERNAL_GRANDMOTHER,
    /** Uncle. */
    UNCLE,
    /** Aunt. */
    AUNT,
    /** Cousin. */
    COUSIN,
    /** Another relative. */
    OTHER
}
