package health.chiron.portal.account;

import health.chiron.access.api.ContactCode;
import health.chiron.access.api.ContactRemoval;
import health.chiron.access.api.ContactsView;
import health.chiron.access.api.NewContact;
import health.chiron.access.api.OwnContacts;
import health.chiron.access.api.OwnName;
import health.chiron.domain.access.ContactKind;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.ContactAsTyped;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The own name and how one is reached. */
@Named("contacts")
@RequestScoped
public class ContactsPage {
    private static final String BACK = "/contacts?faces-redirect=true";

    private OwnContacts door;
    private CurrentUser me;
    private Attempt attempt;
    private Notices notices;

    private ContactsView view;
    private String name;
    private String email;
    private String phone;
    private String password;
    private String code;
    private ContactKind gone;
    private String passwordAgain;

    /** For the container. */
    protected ContactsPage() {}

    /**
     * @param door name and contacts
     * @param me whose
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public ContactsPage(OwnContacts door, CurrentUser me, Attempt attempt, Notices notices) {
        this.door = door;
        this.me = me;
        this.attempt = attempt;
        this.notices = notices;
        this.name = me.getName();
    }

    /** Loads how the account is reached; at posts too, because what the page offers depends on it. */
    public void load() {
        view = door.view();
    }

    /** Changes the name. */
    public String rename() {
        return act("contacts.renamed", () -> door.rename(new OwnName(name)));
    }

    /** Sends a code to the new contact. */
    public String begin() {
        return act(
                "contacts.sent",
                () -> door.begin(new NewContact(ContactAsTyped.given(email), ContactAsTyped.given(phone), password)));
    }

    /** Puts it in the place of the old one. */
    public String confirm() {
        return act("contacts.changed", () -> door.confirm(new ContactCode(code)));
    }

    /** Removes one of two. */
    public String remove() {
        return act("contacts.removed", () -> door.remove(new ContactRemoval(gone, passwordAgain)));
    }

    private String act(String done, Runnable verb) {
        return attempt.to(() -> {
            verb.run();
            notices.carry("ok", done);
            return BACK;
        });
    }

    /** How the account is reached, once loaded. */
    public ContactsView getView() {
        return view;
    }

    /** Whether a code is waited for; while a post is being read nothing is known yet, and the door decides. */
    public boolean isWaiting() {
        return view == null || view.waitingFor() != null;
    }

    /** Whether one of two contacts can go. */
    public boolean isBoth() {
        return view == null || (view.email() != null && view.phone() != null);
    }

    /** Whether an administrator changes the name. */
    public boolean isNamedByOthers() {
        return me.isStaffLike() || me.is("INTEGRATOR");
    }

    /** The two kinds of contact. */
    public List<ContactKind> getKinds() {
        return List.of(ContactKind.values());
    }

    /** The name. */
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(String name) {
        this.name = name;
    }

    /** A new mail address. */
    public String getEmail() {
        return email;
    }

    /** Sets it. */
    public void setEmail(String email) {
        this.email = email;
    }

    /** A new telephone number. */
    public String getPhone() {
        return phone;
    }

    /** Sets it. */
    public void setPhone(String phone) {
        this.phone = phone;
    }

    /** The password beside a new contact; never shown again. */
    public String getPassword() {
        return password;
    }

    /** Sets it. */
    public void setPassword(String password) {
        this.password = password;
    }

    /** The code. */
    public String getCode() {
        return code;
    }

    /** Sets it. */
    public void setCode(String code) {
        this.code = code;
    }

    /** Which contact is to go. */
    public ContactKind getGone() {
        return gone;
    }

    /** Sets it. */
    public void setGone(ContactKind gone) {
        this.gone = gone;
    }

    /** The password beside a removal; never shown again. */
    public String getPasswordAgain() {
        return passwordAgain;
    }

    /** Sets it. */
    public void setPasswordAgain(String passwordAgain) {
        this.passwordAgain = passwordAgain;
    }
}
