package health.chiron.portal.session;

import health.chiron.access.api.Readiness;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets nothing but stylesheets and the like pass while the house is closed. */
public class OpenHouse extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient Readiness readiness;

    /** @param readiness says whether the house may serve */
    @Inject
    public OpenHouse(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (readiness.serves() || PortalPath.of(PortalPath.inside(request)) == PortalPath.STATIC) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
