package health.chiron.portal.session;

import health.chiron.access.api.NextStep;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;

/**
 * What the browser session remembers of a sign-in that is not finished. It is no session of the house: no guarded page opens with
 * it.
 *
 * @param step the step at the door
 * @param needs what is asked, by the name of {@link NextStep.Needs}
 * @param wanted the page asked for before; may be null
 */
public record UnfinishedSignIn(UUID step, String needs, String wanted) implements Serializable {
    private static final String KEY = UnfinishedSignIn.class.getName();

    /** The one of the request's session, if it asks this. */
    public static Optional<UnfinishedSignIn> of(HttpServletRequest request, NextStep.Needs needs) {
        HttpSession session = request.getSession(false);
        return session == null || !SessionKey.fits(request, session)
                ? Optional.empty()
                : Optional.ofNullable((UnfinishedSignIn) session.getAttribute(KEY))
                        .filter(unfinished -> unfinished.needs().equals(needs.name()));
    }

    /** Keeps it in a session that has nothing else and a new id: whoever knew the old one has nothing. */
    public void begin(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(true);
        for (String name : Collections.list(session.getAttributeNames())) {
            session.removeAttribute(name);
        }
        request.changeSessionId();
        session.setAttribute(KEY, this);
        SessionKey.give(request, response);
        SessionCookie.mark(response);
    }
}
