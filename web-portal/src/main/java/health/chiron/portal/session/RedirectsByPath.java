package health.chiron.portal.session;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Sends people on by the path alone. The container would put the name from the request's Host header before it, which whoever made the
 * request has chosen.
 */
final class RedirectsByPath extends HttpServletResponseWrapper {
    RedirectsByPath(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        sendRedirect(location, SC_FOUND, true);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        if (!location.startsWith("/") || location.startsWith("//")) {
            super.sendRedirect(location, status, clearBuffer); // an address that was made whole on purpose
            return;
        }
        if (clearBuffer) {
            resetBuffer();
        }
        setStatus(status);
        setHeader("Location", location);
        flushBuffer();
    }
}
