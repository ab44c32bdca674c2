package health.chiron.portal.signin;

import health.chiron.access.api.NewPassword;
import health.chiron.access.api.NextStep;
import health.chiron.access.api.SignIn;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.session.UnfinishedSignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks the new password that is required before anything else. */
@Named
@RequestScoped
public class RequiredPassword {
    private SignIn door;
    private SignInEnd end;
    private Attempt attempt;

    private String password;
    private String again;

    /** For the container. */
    protected RequiredPassword() {}

    /**
     * @param door sets the password
     * @param end goes on
     * @param attempt shows refusals
     */
    @Inject
    public RequiredPassword(SignIn door, SignInEnd end, Attempt attempt) {
        this.door = door;
        this.end = end;
        this.attempt = attempt;
    }

    /** Sends whoever is not at this step to the first one. */
    public String load() {
        return end.at(NextStep.Needs.PASSWORD_CHANGE).isEmpty() ? "/login?faces-redirect=true" : null;
    }

    /** Sets the password. */
    public String set() {
        return attempt.to(() -> {
            UnfinishedSignIn step = end.at(NextStep.Needs.PASSWORD_CHANGE).orElse(null);
            if (step == null) {
                return "/login?faces-redirect=true";
            }
            if (!password.equals(again)) {
                throw Refusal.invalid("again", "password-differs", "The two passwords differ.");
            }
            return end.goOn(door.giveNewPassword(step.step(), new NewPassword(password)), step.wanted());
        });
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
