package health.chiron.portal.access;

import health.chiron.access.api.Explanations;
import health.chiron.access.api.NewPolicyExample;
import health.chiron.access.api.Question;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Attempt;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Keeps the answer that the page shows as an example of the policy. */
@Named
@RequestScoped
public class KeepExample {
    private Explanations door;
    private ExplainAccess page;
    private PatientHead head;
    private Attempt attempt;

    private String note;
    private Boolean permitted;

    /** For the container. */
    protected KeepExample() {}

    /**
     * @param door keeps it
     * @param page the question
     * @param head the patient
     * @param attempt shows refusals
     */
    @Inject
    public KeepExample(Explanations door, ExplainAccess page, PatientHead head, Attempt attempt) {
        this.door = door;
        this.page = page;
        this.head = head;
        this.attempt = attempt;
    }

    /** Keeps it; refused when the answer is another one by now. */
    public String keep() {
        return attempt.to(() -> {
            Question asked = page.question();
            door.keep(
                    head.id(),
                    new NewPolicyExample(asked.accountId(), asked.action(), asked.category(), permitted, note));
            attempt.tell("ok", "examples.kept");
            return "/examples?faces-redirect=true";
        });
    }

    /** Why it matters. */
    public String getNote() {
        return note;
    }

    /** Sets it. */
    public void setNote(String note) {
        this.note = note;
    }

    /** The answer that was shown; it is what is agreed on. */
    public Boolean getPermitted() {
        return page.getAnswer() == null
                ? permitted
                : Boolean.valueOf(page.getAnswer().permitted());
    }

    /** Sets it. */
    public void setPermitted(Boolean permitted) {
        this.permitted = permitted;
    }
}
