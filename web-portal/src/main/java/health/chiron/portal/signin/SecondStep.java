package health.chiron.portal.signin;

import health.chiron.access.api.FactorCode;
import health.chiron.access.api.NextStep;
import health.chiron.access.api.SignIn;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.session.UnfinishedSignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks the code of the second factor. */
@Named
@RequestScoped
public class SecondStep {
    private SignIn door;
    private SignInEnd end;
    private Attempt attempt;

    private String code;

    /** For the container. */
    protected SecondStep() {}

    /**
     * @param door takes the code
     * @param end goes on
     * @param attempt shows refusals
     */
    @Inject
    public SecondStep(SignIn door, SignInEnd end, Attempt attempt) {
        this.door = door;
        this.end = end;
        this.attempt = attempt;
    }

    /** Sends whoever is not at this step to the first one. */
    public String load() {
        return end.at(NextStep.Needs.SECOND_FACTOR).isEmpty() ? "/login?faces-redirect=true" : null;
    }

    /** Gives the code. */
    public String give() {
        return attempt.to(() -> {
            UnfinishedSignIn step = end.at(NextStep.Needs.SECOND_FACTOR).orElse(null);
            return step == null
                    ? "/login?faces-redirect=true"
                    : end.goOn(door.giveCode(step.step(), new FactorCode(code)), step.wanted());
        });
    }

    /** The code; never shown again. */
    public String getCode() {
        return code;
    }

    /** Sets the code. */
    public void setCode(String code) {
        this.code = code;
    }
}
