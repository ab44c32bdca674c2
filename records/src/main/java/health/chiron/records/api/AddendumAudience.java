package health.chiron.records.api;

/** Who reads an addendum. */
public enum AddendumAudience {
    /** Everybody who reads the visit. */
    EVERYBODY,
    /** The owner and professionals; not those with whom the owner shares. */
    PROFESSIONALS
}
