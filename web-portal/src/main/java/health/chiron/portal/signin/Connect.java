package health.chiron.portal.signin;

import health.chiron.access.api.Credentials;
import health.chiron.access.api.NextStep;
import health.chiron.access.api.SingleSignOn;
import health.chiron.access.api.SsoArrival;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.session.UnfinishedSignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks somebody whom a provider has signed in for the account here. */
@Named
@RequestScoped
public class Connect {
    private static final String BACK = "/login?faces-redirect=true";

    private SingleSignOn door;
    private SignInEnd end;
    private CurrentUser me;
    private Attempt attempt;

    private SsoArrival arrival;
    private String username;
    private String password;

    /** For the container. */
    protected Connect() {}

    /**
     * @param door links
     * @param end goes on
     * @param me whose language a new account speaks
     * @param attempt shows refusals
     */
    @Inject
    public Connect(SingleSignOn door, SignInEnd end, CurrentUser me, Attempt attempt) {
        this.door = door;
        this.end = end;
        this.me = me;
        this.attempt = attempt;
    }

    /** Loads who has arrived; sends whoever is not at this step to the first one. */
    public String load() {
        UnfinishedSignIn step = end.at(NextStep.Needs.LINK).orElse(null);
        if (step == null) {
            return BACK;
        }
        return attempt.to(() -> {
            arrival = door.arrival(step.step());
            return null;
        });
    }

    /** Gives the password of the account. */
    public String link() {
        return attempt.to(() -> {
            UnfinishedSignIn step = end.at(NextStep.Needs.LINK).orElse(null);
            return step == null
                    ? BACK
                    : end.goOn(door.link(step.step(), new Credentials(username, password)), step.wanted());
        });
    }

    /** Makes an account. */
    public String make() {
        return attempt.to(() -> {
            UnfinishedSignIn step = end.at(NextStep.Needs.LINK).orElse(null);
            return step == null ? BACK : end.goOn(door.makeAccount(step.step(), me.getLanguage()), step.wanted());
        });
    }

    /** Who has arrived; null when it is over. */
    public SsoArrival getArrival() {
        return arrival;
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
}
