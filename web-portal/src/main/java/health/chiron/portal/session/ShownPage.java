package health.chiron.portal.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The address that the reader's browser shows. A post goes to the page's path alone; what the address named besides, such as
 * the patient, is in the Referer, which is believed only for the very same path and goes through {@link SafeReturn}.
 */
public final class ShownPage {
    private ShownPage() {}

    /** The path with its parameters, when it is one of the portal's to come back to. */
    public static Optional<String> of(HttpServletRequest request) {
        String path = request.getRequestURI();
        String query = "GET".equals(request.getMethod())
                ? request.getQueryString()
                : queryOf(request.getHeader("Referer"), path);
        return SafeReturn.of(query == null ? path : path + "?" + query, request.getContextPath());
    }

    static String queryOf(String referer, String path) {
        if (referer == null) {
            return null;
        }
        try {
            URI shown = new URI(referer);
            return path.equals(shown.getRawPath()) ? shown.getRawQuery() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
