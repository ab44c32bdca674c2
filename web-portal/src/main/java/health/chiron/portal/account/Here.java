package health.chiron.portal.account;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The present page, to be loaded anew. */
final class Here {
    private Here() {}

    /** Redirects to the page that was posted, with its parameters; always inside the portal, because it is the present address. */
    static String again(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(request.getRequestURI() + query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }
}
