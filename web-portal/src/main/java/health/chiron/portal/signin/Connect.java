package health.chiron.portal.signin;

import health.chiron.access.api.Credentials;
import health.chiron.access.api.NextStep;
import health.chiron.access.api.SingleSignOn;
import health.chiron.access.api.SsoArrival;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.session.UnfinishedSignIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/**
 * Asks somebody whom a provider has signed in for the account here. In view scope, because the forms of a post are those that the
 * arrival has shown.
 */
@Named
@ViewScoped
public class Connect implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String BACK = "/login?faces-redirect=true";

    @Inject
    private SingleSignOn door;

    @Inject
    private SignInEnd end;

    @Inject
    private CurrentUser me;

    @Inject
    private Attempt attempt;

    private String provider;
    private String email;
    private boolean mayMake;
    private String username;
    private String password;

    /** Loads who has arrived; sends whoever is not at this step to the first one. */
    public String load() {
        UnfinishedSignIn step = end.at(NextStep.Needs.LINK).orElse(null);
        if (step == null) {
            return BACK;
        }
        return attempt.to(() -> {
            SsoArrival arrival = door.arrival(step.step());
            provider = arrival.provider();
            email = arrival.email();
            mayMake = arrival.mayHaveAccount();
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

    /** What the provider is called; null when it is over. */
    public String getProvider() {
        return provider;
    }

    /** The verified mail address; null for none. */
    public String getEmail() {
        return email;
    }

    /** Whether an account may be made. */
    public boolean isMayMake() {
        return mayMake;
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
