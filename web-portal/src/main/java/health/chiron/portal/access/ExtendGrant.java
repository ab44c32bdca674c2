package health.chiron.portal.access;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.ExtendAccess;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.domain.access.GrantId;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks for longer: the same doctor, purpose and parts of the chart. */
@Named("extend")
@RequestScoped
public class ExtendGrant {
    private Grants door;
    private Attempt attempt;

    private String id;
    private GrantView grant;
    private Integer hours = 24;

    /** For the container. */
    protected ExtendGrant() {}

    /**
     * @param door the grants
     * @param attempt shows refusals
     */
    @Inject
    public ExtendGrant(Grants door, Attempt attempt) {
        this.door = door;
        this.attempt = attempt;
    }

    /** Loads the grant of the address; at posts too. */
    public void load() {
        grant = door.get(held());
    }

    /** Sends the request and goes on to the code. */
    public String send() {
        return attempt.to(() -> {
            AccessRequestView sent = door.extend(held(), new ExtendAccess(hours));
            return "/code?faces-redirect=true&request=" + sent.id();
        });
    }

    private GrantId held() {
        return Addressed.id(id, GrantId::of);
    }

    /** The grant in the address. */
    public String getId() {
        return id;
    }

    /** Sets it. */
    public void setId(String id) {
        this.id = id;
    }

    /** The grant, once loaded. */
    public GrantView getGrant() {
        return grant;
    }

    /** How many hours. */
    public Integer getHours() {
        return hours;
    }

    /** Sets it. */
    public void setHours(Integer hours) {
        this.hours = hours;
    }
}
