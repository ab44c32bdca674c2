package health.chiron.portal.signin;

import health.chiron.access.api.Credentials;
import health.chiron.access.api.PortalSession;
import health.chiron.access.api.SignIn;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Navigation;
import health.chiron.portal.session.SafeReturn;
import health.chiron.portal.session.SessionLimits;
import health.chiron.portal.session.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Signs a person in and goes on to the page that was asked for, if it is one of the portal's. */
@Named
@RequestScoped
public class Login {
    private SignIn door;
    private SessionLimits limits;
    private Attempt attempt;
    private HttpServletRequest request;
    private Clock clock;

    private String username;
    private String password;
    private String wanted;
    private String after;

    /** For the container. */
    protected Login() {}

    /**
     * @param door checks the credentials
     * @param limits how long the session may last
     * @param attempt shows refusals
     * @param request whose session begins
     * @param clock for the absolute end
     */
    @Inject
    public Login(SignIn door, SessionLimits limits, Attempt attempt, HttpServletRequest request, Clock clock) {
        this.door = door;
        this.limits = limits;
        this.attempt = attempt;
        this.request = request;
        this.clock = clock;
    }

    /** Signs in. */
    public String signIn() {
        return attempt.to(() -> {
            ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
            PortalSession opened = door.openPortal(new Credentials(username, password));
            new SignedIn(
                            opened.account().id().value(),
                            opened.id().value(),
                            limits.end(clock.instant(), opened.expiresAt()))
                    .begin(request, (HttpServletResponse) external.getResponse(), limits.idleSeconds());
            goTo(
                    external,
                    SafeReturn.of(wanted, request.getContextPath())
                            .orElse(request.getContextPath()
                                    + Navigation.home(opened.account().kind())));
            return null;
        });
    }

    private static void goTo(ExternalContext external, String path) {
        try {
            external.redirect(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sign-in name. */
    public String getUsername() {
        return username;
    }

    /** Sets the sign-in name. */
    public void setUsername(String username) {
        this.username = username;
    }

    /** The password; never shown again. */
    public String getPassword() {
        return password;
    }

    /** Sets the password. */
    public void setPassword(String password) {
        this.password = password;
    }

    /** The page asked for, as the link said it. */
    public String getWanted() {
        return wanted;
    }

    /** Sets the page asked for. */
    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    /** What has just happened to the session: {@code ended}, {@code left}, or nothing. */
    public String getAfter() {
        return after;
    }

    /** Sets it. */
    public void setAfter(String after) {
        this.after = after;
    }
}
