package health.chiron.portal.session;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;

/**
 * What the browser session remembers of a sign-in: ids only. Who the person is and what they may do is read anew at every
 * request.
 *
 * @param accountId the account
 * @param sessionId the session at the door of access control
 * @param endsAt the absolute end, however busy the session is
 * @param via the provider of single sign-on that the person came from; null for none
 */
public record SignedIn(UUID accountId, UUID sessionId, Instant endsAt, String via) implements Serializable {
    private static final String KEY = SignedIn.class.getName();

    /** The account, typed. */
    public AccountId account() {
        return new AccountId(accountId);
    }

    /** The session, typed. */
    public SessionId session() {
        return new SessionId(sessionId);
    }

    /** The sign-in of the request's session, if there is one. */
    public static Optional<SignedIn> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || !SessionKey.fits(request, session)
                ? Optional.empty()
                : Optional.ofNullable((SignedIn) session.getAttribute(KEY));
    }

    /**
     * Starts the signed-in session: everything that was in the anonymous one is dropped and the session gets a new id, so
     * that whoever knew the old one has nothing (session fixation).
     *
     * @param response gets the new session's cookies
     * @param idleSeconds after how many seconds without a request the session ends
     */
    public void begin(HttpServletRequest request, HttpServletResponse response, int idleSeconds) {
        HttpSession session = request.getSession(true);
        for (String name : Collections.list(session.getAttributeNames())) {
            session.removeAttribute(name);
        }
        request.changeSessionId();
        session.setMaxInactiveInterval(idleSeconds);
        session.setAttribute(KEY, this);
        SessionKey.give(request, response);
        SessionCookie.mark(response);
    }
}
