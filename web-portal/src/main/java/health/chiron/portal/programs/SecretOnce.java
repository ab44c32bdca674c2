package health.chiron.portal.programs;

import health.chiron.domain.access.ApiClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** A program's new secret on its way to the one page that shows it, once. */
@Named("secretOnce")
@RequestScoped
public class SecretOnce {
    private static final String KEY = SecretOnce.class.getName();

    private HttpServletRequest request;
    private String id;
    private String secret;

    /** For the container. */
    protected SecretOnce() {}

    /** @param request whose session carries the secret over a redirect */
    @Inject
    public SecretOnce(HttpServletRequest request) {
        this.request = request;
    }

    /** Keeps it for the next page of this program. */
    void keep(ApiClientId program, String made) {
        request.getSession().setAttribute(KEY, program + " " + made);
    }

    /** Takes it out of the session; the page that is shown now is the only one. */
    public void load() {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(KEY) instanceof String carried) {
            session.removeAttribute(KEY);
            int blank = carried.indexOf(' ');
            if (carried.substring(0, blank).equals(id)) {
                secret = carried.substring(blank + 1);
            }
        }
    }

    /** The program in the address. */
    public String getId() {
        return id;
    }

    /** Sets it. */
    public void setId(String id) {
        this.id = id;
    }

    /** The secret; null when it was shown already. */
    public String getSecret() {
        return secret;
    }
}
