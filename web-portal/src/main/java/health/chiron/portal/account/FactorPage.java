package health.chiron.portal.account;

import health.chiron.access.api.Enrolment;
import health.chiron.access.api.FactorCode;
import health.chiron.access.api.FactorProof;
import health.chiron.access.api.OwnAccount;
import health.chiron.access.api.PasswordProof;
import health.chiron.access.api.SecondFactorView;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.Qr;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;

/** The own second factor: set up, turn off, new recovery codes. In view scope, because the secret has to outlive a wrong code. */
@Named("factorPage")
@ViewScoped
public class FactorPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private OwnAccount door;

    @Inject
    private CodesOnce codes;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private boolean on;
    private boolean required;
    private Instant since;
    private int codesLeft;
    private String secret;
    private Qr qr;
    private String password;
    private String code;

    /** Loads how it stands. */
    public void load() {
        SecondFactorView view = door.secondFactor();
        on = view.on();
        required = view.required();
        since = view.since();
        codesLeft = view.recoveryCodesLeft();
    }

    /** Makes a secret, for whoever knows the password. */
    public String begin() {
        return attempt.to(() -> {
            Enrolment enrolment = door.enrol(new PasswordProof(password));
            secret = enrolment.secret();
            qr = Qr.of(enrolment.uri());
            return null;
        });
    }

    /** Turns it on with the first code. */
    public String confirm() {
        return attempt.to(() -> {
            codes.keep(door.confirm(new FactorCode(code)));
            notices.carry("ok", "factor.isOn");
            return "/recovery-codes?faces-redirect=true";
        });
    }

    /** Turns it off. */
    public String turnOff() {
        return attempt.to(() -> {
            door.turnOff(new FactorProof(password, code));
            notices.carry("ok", "factor.isOff");
            return "/second-factor?faces-redirect=true";
        });
    }

    /** Makes new recovery codes. */
    public String renew() {
        return attempt.to(() -> {
            codes.keep(door.renewRecoveryCodes(new FactorProof(password, code)));
            return "/recovery-codes?faces-redirect=true";
        });
    }

    /** Whether it is on. */
    public boolean isOn() {
        return on;
    }

    /** Whether accounts of this kind have to have one. */
    public boolean isRequired() {
        return required;
    }

    /** Since when it is on. */
    public Instant getSince() {
        return since;
    }

    /** How many recovery codes are unused. */
    public int getCodesLeft() {
        return codesLeft;
    }

    /** The secret for typing, in groups of four; empty before there is one. */
    public String getSecret() {
        return secret == null ? "" : secret.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The secret as a picture; null before there is one. */
    public Qr getQr() {
        return qr;
    }

    /** The password; never shown again. */
    public String getPassword() {
        return password;
    }

    /** Sets the password. */
    public void setPassword(String password) {
        this.password = password;
    }

    /** The code. */
    public String getCode() {
        return code;
    }

    /** Sets the code. */
    public void setCode(String code) {
        this.code = code;
    }
}
