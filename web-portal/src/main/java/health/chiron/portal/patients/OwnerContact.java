package health.chiron.portal.patients;

import health.chiron.access.api.ContactCode;
import health.chiron.access.api.OwnerView;
import health.chiron.access.api.Owners;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Proves the owner's contact: whoever reads out the code that was sent there holds it. */
@Named("contact")
@RequestScoped
public class OwnerContact {
    private Owners door;
    private PatientHead head;
    private Attempt attempt;
    private Notices notices;

    private OwnerView owner;
    private String code;

    /** For the container. */
    protected OwnerContact() {}

    /**
     * @param door the owners
     * @param head the patient
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public OwnerContact(Owners door, PatientHead head, Attempt attempt, Notices notices) {
        this.door = door;
        this.head = head;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Loads the owner, at posts too; goes on to ask for access when the contact is proven already. */
    public String load() {
        owner = door.of(head.id());
        return owner.contactProven() ? "/ask?faces-redirect=true&patient=" + head.getPatient() : null;
    }

    /** Proves the contact and goes on to ask for access. */
    public String prove() {
        return attempt.to(() -> {
            door.proveContact(head.id(), new ContactCode(code));
            notices.carry("ok", "contact.proven");
            return "/ask?faces-redirect=true&patient=" + head.getPatient();
        });
    }

    /** Sends a new code. */
    public String resend() {
        return attempt.to(() -> {
            door.sendContactCode(head.id());
            notices.carry("ok", "contact.sent");
            return "/contact?faces-redirect=true&patient=" + head.getPatient();
        });
    }

    /** The owner, once loaded. */
    public OwnerView getOwner() {
        return owner;
    }

    /** The code. */
    public String getCode() {
        return code;
    }

    /** Sets it. */
    public void setCode(String code) {
        this.code = code;
    }
}
