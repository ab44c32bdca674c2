package health.chiron.domain.records;

/** A person or an animal; one aggregate serves both. */
public enum PatientKind {
    /** A person. */
    HUMAN,
    /** An animal, with species and what goes with it. */
    ANIMAL
}
