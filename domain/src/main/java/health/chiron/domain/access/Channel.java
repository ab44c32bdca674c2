package health.chiron.domain.access;

/** Through which face a request came. */
public enum Channel {
    /** The browser portal. */
    PORTAL,
    /** The REST API. */
    API,
    /** A job of the system. */
    JOB,
    /** The operator's command line. */
    COMMAND
}
