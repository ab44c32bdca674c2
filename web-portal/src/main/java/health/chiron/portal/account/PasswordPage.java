package health.chiron.portal.account;

import health.chiron.access.api.OwnAccount;
import health.chiron.access.api.PasswordChange;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Changes the own password. */
@Named("passwordPage")
@RequestScoped
public class PasswordPage {
    private OwnAccount door;
    private Attempt attempt;
    private Notices notices;

    private String present;
    private String password;
    private String again;

    /** For the container. */
    protected PasswordPage() {}

    /**
     * @param door changes it
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public PasswordPage(OwnAccount door, Attempt attempt, Notices notices) {
        this.door = door;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Changes it. */
    public String change() {
        return attempt.to(() -> {
            if (!password.equals(again)) {
                throw Refusal.invalid("again", "password-differs", "The two passwords differ.");
            }
            door.changePassword(new PasswordChange(present, password));
            notices.carry("ok", "password.done");
            return "/account?faces-redirect=true";
        });
    }

    /** The present password; never shown again. */
    public String getPresent() {
        return present;
    }

    /** Sets the present password. */
    public void setPresent(String present) {
        this.present = present;
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
