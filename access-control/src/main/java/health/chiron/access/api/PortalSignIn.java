package health.chiron.access.api;

import java.util.Optional;

/**
 * What came of a sign-in at the portal: a session, or something that is asked before there is one.
 *
 * @param session the session, when nothing more is asked
 * @param next what is asked, when there is no session yet
 */
public record PortalSignIn(Optional<PortalSession> session, Optional<NextStep> next) {
    /** Nothing more is asked. */
    public static PortalSignIn done(PortalSession session) {
        return new PortalSignIn(Optional.of(session), Optional.empty());
    }

    /** This is asked before there is a session. */
    public static PortalSignIn needs(NextStep next) {
        return new PortalSignIn(Optional.empty(), Optional.of(next));
    }
}
