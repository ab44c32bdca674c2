package health.chiron.rest.audit;

/** How a call ended. */
public enum Outcome {
    /** Let in. */
    PERMITTED,
    /** Not let in. */
    DENIED,
    /** Let in, and then it failed. */
    FAILED
}
