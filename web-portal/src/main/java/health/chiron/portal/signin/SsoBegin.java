package health.chiron.portal.signin;

import health.chiron.access.api.SingleSignOn;
import health.chiron.access.api.SsoStart;
import health.chiron.portal.page.Language;
import health.chiron.portal.session.SsoJourneys;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sends the browser to a provider of single sign-on. A GET, because the page's policy lets no form end at another site; it
 * changes nothing but the browser's own session.
 */
public class SsoBegin extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient SingleSignOn door;
    private final transient SsoRefusals refusals;

    /**
     * @param door knows the providers
     * @param refusals shows what went wrong
     */
    @Inject
    public SsoBegin(SingleSignOn door, SsoRefusals refusals) {
        this.door = door;
        this.refusals = refusals;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String provider = request.getParameter("provider");
        String wanted = request.getParameter("return");
        String language = Language.of(request);
        refusals.to(response, language, () -> {
            SsoStart start = door.begin(provider == null ? "" : provider);
            SsoJourneys.keep(request, new SsoJourneys.Begun(start.journey(), wanted, language));
            return start.address().toString();
        });
    }
}
