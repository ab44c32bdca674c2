package health.chiron.portal.session;

import health.chiron.access.api.CallerAddress;
import health.chiron.access.api.CurrentCall;
import health.chiron.domain.access.Channel;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.UUID;

/** Gives every request its id and every answer the headers that keep browsers and caches from doing harm. */
public class SecurityHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;
    /** The request attribute that holds the request's id. */
    public static final String REQUEST_ID = SecurityHeaders.class.getName() + ".requestId";
    /** For answers that PrimeFaces does not write; on its pages it sets the same policy with a nonce. */
    private static final String POLICY = "default-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; script-src 'self'";

    private static final String YEAR = "public, max-age=31536000, immutable";

    private final transient CurrentCall call;
    private final transient CallerAddress addresses;

    /**
     * @param call learns the request's id and address
     * @param addresses knows which proxies are believed
     */
    @Inject
    public SecurityHeaders(CurrentCall call, CallerAddress addresses) {
        this.call = call;
        this.addresses = addresses;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = (String) request.getAttribute(REQUEST_ID);
        if (id == null) {
            id = UUID.randomUUID().toString();
            request.setAttribute(REQUEST_ID, id);
            call.received(
                    Channel.PORTAL,
                    id,
                    addresses.of(request.getRemoteAddr(), Collections.list(request.getHeaders(CallerAddress.HEADER))));
        }
        PortalPath path = PortalPath.of(PortalPath.inside(request));
        response.setHeader("X-Request-Id", id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()");
        boolean error = request.getDispatcherType() == DispatcherType.ERROR;
        if (error || path == PortalPath.STATIC || path == PortalPath.SOURCE) {
            response.setHeader("Content-Security-Policy", POLICY);
        }
        boolean versioned = path == PortalPath.STATIC && request.getParameter("v") != null;
        if (error || path != PortalPath.STATIC) {
            response.setHeader("Cache-Control", "no-store");
        } else if (versioned) {
            response.setHeader("Cache-Control", YEAR);
        }
        chain.doFilter(request, new RedirectsByPath(response));
    }
}
