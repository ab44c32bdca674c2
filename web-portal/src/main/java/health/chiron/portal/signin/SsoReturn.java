package health.chiron.portal.signin;

import health.chiron.access.api.SingleSignOn;
import health.chiron.access.api.SsoAnswer;
import health.chiron.portal.page.Language;
import health.chiron.portal.session.SsoJourneys;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Where providers of single sign-on send people back to: one address for each. Only the browser that began gets in. */
public class SsoReturn extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient SingleSignOn door;
    private final transient SignInEnd end;
    private final transient SsoRefusals refusals;

    /**
     * @param door checks what came back
     * @param end goes on
     * @param refusals shows what went wrong
     */
    @Inject
    public SsoReturn(SingleSignOn door, SignInEnd end, SsoRefusals refusals) {
        this.door = door;
        this.end = end;
        this.refusals = refusals;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String provider =
                request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        Optional<SsoJourneys.Begun> begun = SsoJourneys.take(request, provider, once(request, "state"));
        String language = begun.map(SsoJourneys.Begun::language).orElse(Language.of(request));
        Language.keep(request, language);
        SsoAnswer answer = new SsoAnswer(once(request, "code"), once(request, "iss"), once(request, "error"));
        refusals.to(
                response,
                language,
                () -> end.begin(
                        door.arrive(begun.map(SsoJourneys.Begun::journey).orElse(null), answer),
                        begun.map(SsoJourneys.Begun::wanted).orElse(null),
                        response));
    }

    /** A parameter that comes twice is none: which of them holds would be anybody's guess. */
    private static String once(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null || values.length != 1 ? null : values[0];
    }
}
