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
    /** Makes one of two entries that mean the same. */
    MERGE,
    /** Ends access. */
    REVOKE,
    /** Opens the chart in an emergency, with a reason, without the owner. */
    BREAK_GLASS,
    /** Judges afterwards whether an emergency was one. */
    REVIEW,
    /** Asks the owner on behalf of another clinic, to which the patient is sent on. */
    REFER,
    /** Keeps a person or a clinic out. */
    BLOCK,
    /** Offers a share, or changes one. */
    SHARE,
    /** Hands a code to a clinic of one's choice, before it asks. */
    OFFER,
    /** Answers what somebody asks or offers. */
    ANSWER,
    /** Gives back what one was offered. */
    LEAVE,
    /** Offers the ownership of a patient. */
    TRANSFER,
    /** Asks whether somebody may do something, and why. */
    EXPLAIN,
    /** Calls off. */
    CANCEL,
    /** Pays. */
    PAY,
    /** Opens or ends a session. */
    SIGN_IN,
    /** Proves that the log was not changed, or vouches for a licence. */
    VERIFY,
    /** Brings records in from outside. */
    IMPORT,
    /** Takes away what was read, as a file. */
    EXPORT,
    /** Removes rows whose time to be kept is over, after they were archived. */
    PURGE
}
