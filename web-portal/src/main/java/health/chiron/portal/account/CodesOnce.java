package health.chiron.portal.account;

import health.chiron.access.api.RecoveryCodes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;

/** Recovery codes on their way to the one page that shows them, once. */
@Named("codesOnce")
@RequestScoped
public class CodesOnce {
    private static final String KEY = CodesOnce.class.getName();

    private HttpServletRequest request;
    private List<String> codes = List.of();

    /** For the container. */
    protected CodesOnce() {}

    /** @param request whose session carries the codes over a redirect */
    @Inject
    public CodesOnce(HttpServletRequest request) {
        this.request = request;
    }

    /** Keeps them for the next page. */
    public void keep(RecoveryCodes made) {
        request.getSession().setAttribute(KEY, new ArrayList<>(made.codes()));
    }

    /** Takes them out of the session; the page that is shown now is the only one. */
    public void load() {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(KEY) instanceof List<?> carried) {
            session.removeAttribute(KEY);
            codes = carried.stream().map(Object::toString).toList();
        }
    }

    /** The codes; none when they were shown already. */
    public List<String> getCodes() {
        return codes;
    }
}
