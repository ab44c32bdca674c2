package health.chiron.portal.session;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * Adds SameSite to the session cookie of an answer. Payara takes the attribute neither from web.xml nor from the cookie
 * configuration, so it is written where the cookie has just been set. Lax rather than Strict, so that a link in a mail finds
 * the session of somebody who is signed in; every change is a post and carries the view's state besides.
 */
public final class SessionCookie {
    private static final String HEADER = "Set-Cookie";
    private static final String FLAG = "; SameSite=Lax";

    private SessionCookie() {}

    /** Marks the cookies of an answer that is not committed yet. */
    public static void mark(HttpServletResponse response) {
        List<String> cookies = List.copyOf(response.getHeaders(HEADER));
        boolean first = true;
        for (String cookie : cookies) {
            String marked = cookie.contains("SameSite") ? cookie : cookie + FLAG;
            if (first) {
                response.setHeader(HEADER, marked);
            } else {
                response.addHeader(HEADER, marked);
            }
            first = false;
        }
    }
}
