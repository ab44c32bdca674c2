package health.chiron.portal.clinic;

import health.chiron.access.api.AccountCorrection;
import health.chiron.access.api.ManagedAccount;
import health.chiron.access.api.ManagedAccounts;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.ContactAsTyped;
import health.chiron.portal.page.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Sets right what was entered wrongly in somebody's account. */
@Named("personCorrection")
@RequestScoped
public class PersonCorrection {
    private ManagedAccounts door;
    private Attempt attempt;
    private Notices notices;

    private String id;
    private ManagedAccount view;
    private String fullName;
    private String email;
    private String phone;

    /** For the container. */
    protected PersonCorrection() {}

    /**
     * @param door the accounts
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public PersonCorrection(ManagedAccounts door, Attempt attempt, Notices notices) {
        this.door = door;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Loads the account; nothing is shown of one that the reader does not change. */
    public void load() {
        view = door.get(account());
        if (!view.manageable()) {
            throw Refusal.forbidden("account/works-elsewhere", "This account is not changed here.");
        }
        if (!FacesContext.getCurrentInstance().isPostback()) {
            fullName = view.fullName();
            email = view.email();
            phone = view.phone();
        }
    }

    /** Sets it right. Contacts that are the holder's own stay what they are. */
    public String save() {
        return attempt.to(() -> {
            ManagedAccount now = door.get(account());
            boolean open = now.status() == AccountStatus.INVITED;
            door.correct(
                    account(),
                    new AccountCorrection(
                            fullName,
                            open ? ContactAsTyped.given(email) : now.email(),
                            open ? ContactAsTyped.given(phone) : now.phone()));
            notices.carry("ok", "person.corrected");
            return "/person?faces-redirect=true&id=" + account();
        });
    }

    private AccountId account() {
        return Addressed.id(id, AccountId::of);
    }

    /** The account in the address. */
    public String getId() {
        return id;
    }

    /** Sets it. */
    public void setId(String id) {
        this.id = id;
    }

    /** The account, once loaded. */
    public ManagedAccount getView() {
        return view;
    }

    /** Whether the account waits for its holder, so that its contacts can be set right; while a post is being read the door decides. */
    public boolean isOpen() {
        return view == null || view.status() == AccountStatus.INVITED;
    }

    /** The name. */
    public String getFullName() {
        return fullName;
    }

    /** Sets it. */
    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    /** The mail address. */
    public String getEmail() {
        return email;
    }

    /** Sets it. */
    public void setEmail(String email) {
        this.email = email;
    }

    /** The telephone number. */
    public String getPhone() {
        return phone;
    }

    /** Sets it. */
    public void setPhone(String phone) {
        this.phone = phone;
    }
}
