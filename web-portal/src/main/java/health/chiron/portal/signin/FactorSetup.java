package health.chiron.portal.signin;

import health.chiron.access.api.Enrolled;
import health.chiron.access.api.Enrolment;
import health.chiron.access.api.FactorCode;
import health.chiron.access.api.NextStep;
import health.chiron.access.api.SignIn;
import health.chiron.portal.account.CodesOnce;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Qr;
import health.chiron.portal.session.UnfinishedSignIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Sets up the second factor that is required, during sign-in. In view scope, because the secret has to outlive a wrong code. */
@Named
@ViewScoped
public class FactorSetup implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private SignIn door;

    @Inject
    private SignInEnd end;

    @Inject
    private CodesOnce codes;

    @Inject
    private Attempt attempt;

    private String secret;
    private Qr qr;
    private String code;

    /** Makes a secret; sends whoever is not at this step to the first one. */
    public String load() {
        UnfinishedSignIn step = end.at(NextStep.Needs.ENROLMENT).orElse(null);
        if (step == null) {
            return "/login?faces-redirect=true";
        }
        return attempt.to(() -> {
            Enrolment enrolment = door.beginEnrolment(step.step());
            secret = enrolment.secret();
            qr = Qr.of(enrolment.uri());
            return null;
        });
    }

    /** Gives the first code. */
    public String confirm() {
        return attempt.to(() -> {
            UnfinishedSignIn step = end.at(NextStep.Needs.ENROLMENT).orElse(null);
            if (step == null) {
                return "/login?faces-redirect=true";
            }
            Enrolled enrolled = door.finishEnrolment(step.step(), new FactorCode(code));
            String next = end.goOnTo(enrolled.next(), "/recovery-codes");
            if (enrolled.next().session().isPresent()) {
                codes.keep(enrolled.codes());
            }
            return next;
        });
    }

    /** The secret for typing, in groups of four. */
    public String getSecret() {
        return secret == null ? "" : secret.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The secret as a picture; null before there is one. */
    public Qr getQr() {
        return qr;
    }

    /** The first code. */
    public String getCode() {
        return code;
    }

    /** Sets it. */
    public void setCode(String code) {
        this.code = code;
    }
}
