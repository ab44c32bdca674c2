package health.chiron.portal.signin;

import health.chiron.access.api.ForgottenPassword;
import health.chiron.access.api.SignIn;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks for a link to a new password. What is shown does not depend on whether there is such an account. */
@Named
@RequestScoped
public class Forgotten {
    private SignIn door;
    private Attempt attempt;
    private Notices notices;

    private String username;

    /** For the container. */
    protected Forgotten() {}

    /**
     * @param door sends the link
     * @param attempt shows refusals
     * @param notices says what happens next
     */
    @Inject
    public Forgotten(SignIn door, Attempt attempt, Notices notices) {
        this.door = door;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Asks, and goes to the sign-in page. */
    public String ask() {
        return attempt.to(() -> {
            door.forgotten(new ForgottenPassword(username));
            notices.carry("info", "forgotten.sent");
            return "/login?faces-redirect=true";
        });
    }

    /** The sign-in name. */
    public String getUsername() {
        return username;
    }

    /** Sets the sign-in name. */
    public void setUsername(String username) {
        this.username = username;
    }
}
