package health.chiron.access.api;

/** What an operation does to what it names. The policy's matrix is written in these words. */
public enum Action {
    /** Looks at one or lists several. */
    READ,
    /** Looks for a patient not reached yet, by facts that the person at the desk must know. */
    LOOK_UP,
    /** Adds. */
    CREATE,
    /** Changes what is there. */
    UPDATE,
    /** Makes a draft final. */
    SIGN,
    /** Asks the owner for access. */
    REQUEST,
    /** Opens access with the owner's code. */
    GRANT,
    /** Ends access. */
    REVOKE,
    /** Opens or ends a session. */
    SIGN_IN,
    /** Proves that the log was not changed. */
    VERIFY,
    /** Brings records in from outside. */
    IMPORT,
    /** Takes away what was read, as a file. */
    EXPORT,
    /** Removes rows whose time to be kept is over, after they were archived. */
    PURGE
}
