package health.chiron.portal.clinic;

import health.chiron.access.api.Deactivation;
import health.chiron.access.api.ManagedAccount;
import health.chiron.access.api.ManagedAccounts;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountStatus;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.Consumer;

/** One person's account, and what an administrator may do with it. */
@Named("personPage")
@RequestScoped
public class PersonPage {
    private ManagedAccounts door;
    private Attempt attempt;
    private Notices notices;

    private String id;
    private ManagedAccount view;
    private String reason;

    /** For the container. */
    protected PersonPage() {}

    /**
     * @param door the accounts
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public PersonPage(ManagedAccounts door, Attempt attempt, Notices notices) {
        this.door = door;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Loads the account; at posts too, because what it offers depends on how it stands. */
    public void load() {
        view = door.get(account());
    }

    /** Retires the account. */
    public String deactivate() {
        return act("person.deactivated", account -> door.deactivate(account, new Deactivation(reason)));
    }

    /** Takes it into use again. */
    public String activate() {
        return act("person.activated", door::activate);
    }

    /** Sends the invitation anew. */
    public String invite() {
        return act("person.invited", door::resendInvitation);
    }

    /** Ends the pause after failed sign-ins. */
    public String unlock() {
        return act("person.unlocked", door::unlock);
    }

    /** Has the password changed. */
    public String requirePassword() {
        return act("person.passwordRequired", door::requireNewPassword);
    }

    /** Ends all sessions. */
    public String endSessions() {
        return act("person.sessionsEnded", door::endSessions);
    }

    /** Removes a lost second factor. */
    public String removeFactor() {
        return act("person.factorRemoved", door::removeSecondFactor);
    }

    private String act(String done, Consumer<AccountId> verb) {
        return attempt.to(() -> {
            verb.accept(account());
            notices.carry("ok", done);
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

    /** Whether it is in use; while a post is being read nothing is known yet, and the door decides. */
    public boolean isActive() {
        return view == null || view.status() == AccountStatus.ACTIVE;
    }

    /** Whether it waits for its holder. */
    public boolean isInvited() {
        return view == null || view.status() == AccountStatus.INVITED;
    }

    /** Whether it is retired. */
    public boolean isDeactivated() {
        return view == null || view.status() == AccountStatus.DEACTIVATED;
    }

    /** Whether the reader may change it. */
    public boolean isManageable() {
        return view == null || view.manageable();
    }

    /** Whether failed sign-ins pause it. */
    public boolean isLocked() {
        return view == null || view.lockedUntil() != null;
    }

    /** Whether a second factor is asked. */
    public boolean isFactor() {
        return view == null || view.secondFactor();
    }

    /** Why it is retired. */
    public String getReason() {
        return reason;
    }

    /** Sets it. */
    public void setReason(String reason) {
        this.reason = reason;
    }
}
