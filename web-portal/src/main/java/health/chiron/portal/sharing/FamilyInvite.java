package health.chiron.portal.sharing;

import health.chiron.access.api.Families;
import health.chiron.access.api.InviteToFamily;
import health.chiron.domain.access.FamilyId;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Invites somebody into a family: whom, in which words, how long it waits. */
@Named
@RequestScoped
public class FamilyInvite {
    private Families door;
    private Attempt attempt;
    private String family;
    private String name;
    private String email;
    private String title;
    private String message;
    private Integer days = 7;

    /** For the container. */
    protected FamilyInvite() {}

    /**
     * @param door sends it
     * @param attempt shows refusals, and says that it was sent
     */
    @Inject
    public FamilyInvite(Families door, Attempt attempt) {
        this.door = door;
        this.attempt = attempt;
    }

    /** Loads the family's name; refused for who is not in it. */
    public void load() {
        name = door.get(id()).name();
    }

    /** Sends it. */
    public String send() {
        return attempt.to(() -> {
            String words = message == null || message.isBlank() ? null : message;
            door.invite(id(), new InviteToFamily(email, title, words, days));
            attempt.tell("ok", "household.invited");
            return Household.page(family);
        });
    }

    private FamilyId id() {
        return Addressed.id(family, FamilyId::of);
    }

    /** What the family is called. */
    public String getName() {
        return name;
    }

    /** The family in the address. */
    public String getFamily() {
        return family;
    }

    /** Sets it. */
    public void setFamily(String family) {
        this.family = family;
    }

    /** To which address. */
    public String getEmail() {
        return email;
    }

    /** Sets it. */
    public void setEmail(String email) {
        this.email = email;
    }

    /** What the person reads first. */
    public String getTitle() {
        return title;
    }

    /** Sets it. */
    public void setTitle(String title) {
        this.title = title;
    }

    /** A few words beside it. */
    public String getMessage() {
        return message;
    }

    /** Sets them. */
    public void setMessage(String message) {
        this.message = message;
    }

    /** How many days it waits. */
    public Integer getDays() {
        return days;
    }

    /** Sets it. */
    public void setDays(Integer days) {
        this.days = days;
    }
}
