package health.chiron.portal.patients;

import health.chiron.access.api.ContactCode;
import health.chiron.access.api.NewOwner;
import health.chiron.access.api.OwnerView;
import health.chiron.access.api.Owners;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.ContactAsTyped;
import health.chiron.portal.page.CurrentUser;
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
    private CurrentUser me;

    private OwnerView owner;
    private String code;
    private String fullName;
    private String email;
    private String phone;

    /** For the container. */
    protected OwnerContact() {}

    /**
     * @param door the owners
     * @param head the patient
     * @param attempt shows refusals
     * @param notices says that it worked
     * @param me whose language letters are written in
     */
    @Inject
    public OwnerContact(Owners door, PatientHead head, Attempt attempt, Notices notices, CurrentUser me) {
        this.me = me;
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

    /** Puts the right owner in the place of one who was entered wrongly; a code goes there. */
    public String correct() {
        return attempt.to(() -> {
            door.correct(
                    head.id(),
                    new NewOwner(fullName, ContactAsTyped.given(email), ContactAsTyped.given(phone), me.getLanguage()));
            notices.carry("ok", "contact.corrected");
            return "/contact?faces-redirect=true&patient=" + head.getPatient();
        });
    }

    /** The right owner's name. */
    public String getFullName() {
        return fullName == null && owner != null ? owner.fullName() : fullName;
    }

    /** Sets it. */
    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    /** The right owner's mail address. */
    public String getEmail() {
        return email;
    }

    /** Sets it. */
    public void setEmail(String email) {
        this.email = email;
    }

    /** The right owner's telephone. */
    public String getPhone() {
        return phone;
    }

    /** Sets it. */
    public void setPhone(String phone) {
        this.phone = phone;
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
