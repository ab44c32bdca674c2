package health.chiron.access.api;

import java.util.UUID;

/**
 * What is asked before there is a session. A step lives for ten minutes, is used once, and opens nothing by itself.
 *
 * @param id names the step; kept in the browser session, never shown
 * @param needs what is asked
 */
public record NextStep(UUID id, Needs needs) {
    /** What is asked. */
    public enum Needs {
        /** A code of the second factor. */
        SECOND_FACTOR,
        /** A new password. */
        PASSWORD_CHANGE,
        /** A second factor has to be set up. */
        ENROLMENT,
        /** The password of the account that is to be linked to an identity of a provider of single sign-on. */
        LINK
    }

    /** Says nothing of the id. */
    @Override
    public String toString() {
        return "NextStep[" + needs + "]";
    }
}
