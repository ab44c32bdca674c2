package health.chiron.domain.access;

/** How a patient belongs to a family (seed 002, patients.relationship_to_family; animals are the house's own). */
public enum RelationshipToFamily {
    /** Somebody of the family's people. */
    SELF,
    /** Married to one of them, or as good as. */
    SPOUSE,
    /** A child. */
    CHILD,
    /** A mother or a father. */
    PARENT,
    /** An animal. */
    PET,
    /** Anybody else. */
    OTHER
}
