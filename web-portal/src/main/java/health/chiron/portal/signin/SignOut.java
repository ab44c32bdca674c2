package health.chiron.portal.signin;

import health.chiron.access.api.SignIn;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.session.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Ends the session, at the door and in the browser. */
@Named
@RequestScoped
public class SignOut {
    private SignIn door;
    private Attempt attempt;
    private HttpServletRequest request;

    /** For the container. */
    protected SignOut() {}

    /**
     * @param door ends the session for good
     * @param attempt shows refusals
     * @param request whose session ends
     */
    @Inject
    public SignOut(SignIn door, Attempt attempt, HttpServletRequest request) {
        this.door = door;
        this.attempt = attempt;
        this.request = request;
    }

    /** Signs out and goes to the sign-in page. */
    public String leave() {
        return attempt.to(() -> {
            String via = SignedIn.of(request).map(SignedIn::via).orElse(null);
            door.signOut();
            request.getSession().invalidate();
            return "/login?faces-redirect=true&after=left" + (via == null ? "" : "&via=" + via);
        });
    }
}
