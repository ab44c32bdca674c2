package health.chiron.portal.signin;

import health.chiron.access.api.Credentials;
import health.chiron.access.api.SignIn;
import health.chiron.portal.page.Attempt;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Signs a person in and goes on to the page that was asked for, if it is one of the portal's. */
@Named
@RequestScoped
public class Login {
    private SignIn door;
    private SignInEnd end;
    private Attempt attempt;

    private String username;
    private String password;
    private String wanted;
    private String after;

    /** For the container. */
    protected Login() {}

    /**
     * @param door checks the credentials
     * @param end goes on
     * @param attempt shows refusals
     */
    @Inject
    public Login(SignIn door, SignInEnd end, Attempt attempt) {
        this.door = door;
        this.end = end;
        this.attempt = attempt;
    }

    /** Signs in, or goes on to what is asked besides. */
    public String signIn() {
        return attempt.to(() -> end.goOn(door.openPortal(new Credentials(username, password)), wanted));
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
