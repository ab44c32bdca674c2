package health.chiron.portal.signin;

import health.chiron.access.api.PasswordReset;
import health.chiron.access.api.SignIn;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Sets a new password with the one-time link that was asked for. */
@Named
@RequestScoped
public class ResetPassword {
    private SignIn door;
    private Attempt attempt;
    private Notices notices;

    private String token;
    private String password;
    private String again;

    /** For the container. */
    protected ResetPassword() {}

    /**
     * @param door sets the password
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public ResetPassword(SignIn door, Attempt attempt, Notices notices) {
        this.door = door;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Sets the password and goes to the sign-in page. */
    public String reset() {
        return attempt.to(() -> {
            if (!password.equals(again)) {
                throw Refusal.invalid("again", "password-differs", "The two passwords differ.");
            }
            door.reset(new PasswordReset(token == null ? "" : token, password));
            notices.carry("ok", "reset.done");
            return "/login?faces-redirect=true";
        });
    }

    /** The secret of the link. */
    public String getToken() {
        return token;
    }

    /** Sets the secret of the link. */
    public void setToken(String token) {
        this.token = token;
    }

    /** The new password; never shown again. */
    public String getPassword() {
        return password;
    }

    /** Sets the new password. */
    public void setPassword(String password) {
        this.password = password;
    }

    /** The new password once more. */
    public String getAgain() {
        return again;
    }

    /** Sets the new password once more. */
    public void setAgain(String again) {
        this.again = again;
    }
}
