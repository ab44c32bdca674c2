package health.chiron.portal.session;

import health.chiron.access.api.AccountView;
import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.SignIn;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/**
 * Lets a request pass when its session still holds, asked anew at the door each time; closed by default. Static files and
 * the few open pages pass without.
 */
public class SessionGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /** The request attribute with the {@link AccountView} of who is signed in. */
    public static final String ACCOUNT = SessionGuard.class.getName() + ".account";

    private final transient SignIn door;
    private final transient CurrentCall call;
    private final transient Clock clock;

    /**
     * @param door says whether a session still holds
     * @param call learns who calls
     * @param clock for the absolute end
     */
    @Inject
    public SessionGuard(SignIn door, CurrentCall call, Clock clock) {
        this.door = door;
        this.call = call;
        this.clock = clock;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestURI().indexOf(';') >= 0) {
            // The container takes a session's id out of the path under the cookie's name, whatever web.xml says: a
            // link could put somebody into a session of its maker's.
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String inside = PortalPath.inside(request);
        if (inside.isEmpty() || inside.equals("/")) {
            response.sendRedirect(request.getContextPath() + "/home");
            return;
        }
        switch (PortalPath.of(inside)) {
            case STATIC -> chain.doFilter(request, response);
            case SOURCE -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            case OPEN -> {
                recognise(request);
                if (request.getSession(true).isNew()) {
                    SessionCookie.mark(response);
                }
                chain.doFilter(request, response);
            }
            case GUARDED -> {
                if (recognise(request)) {
                    chain.doFilter(request, response);
                } else {
                    sendToSignIn(request, response);
                }
            }
        }
    }

    private boolean recognise(HttpServletRequest request) {
        Optional<SignedIn> signedIn = SignedIn.of(request);
        if (signedIn.isEmpty()) {
            return false;
        }
        SignedIn known = signedIn.get();
        Optional<AccountView> account = clock.instant().isBefore(known.endsAt())
                ? door.stillHolds(known.account(), known.session())
                : Optional.empty();
        if (account.isEmpty()) {
            request.getSession().invalidate();
            return false;
        }
        call.of(known.account(), known.session());
        request.setAttribute(ACCOUNT, account.get());
        return true;
    }

    /** A browser is sent to the sign-in page; an Ajax call is answered in a way that makes the page go there. */
    private static void sendToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean had = request.getRequestedSessionId() != null;
        boolean ajax = "partial/ajax".equals(request.getHeader("Faces-Request"));
        StringBuilder target = new StringBuilder(request.getContextPath()).append("/login");
        String wanted = ShownPage.of(request).orElse("");
        char join = '?';
        if (had) {
            target.append(join).append("after=ended");
            join = '&';
        }
        if (!wanted.isEmpty()) {
            target.append(join).append("return=").append(URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        }
        if (ajax) {
            response.setContentType("text/xml");
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .append("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"")
                    .append(target.toString().replace("&", "&amp;"))
                    .append("\"/></partial-response>");
        } else {
            response.sendRedirect(target.toString());
        }
    }
}
