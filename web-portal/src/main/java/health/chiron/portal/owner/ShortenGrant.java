package health.chiron.portal.owner;

import health.chiron.access.api.GrantEnd;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;

/** Lets a grant end earlier than it was given for. */
@Named("shorten")
@RequestScoped
public class ShortenGrant {
    private Grants door;
    private PatientHead head;
    private CurrentUser me;
    private Attempt attempt;

    private String id;
    private GrantView grant;
    private LocalDateTime until;

    /** For the container. */
    protected ShortenGrant() {}

    /**
     * @param door the grants
     * @param head the patient
     * @param me whose clock
     * @param attempt shows refusals
     */
    @Inject
    public ShortenGrant(Grants door, PatientHead head, CurrentUser me, Attempt attempt) {
        this.door = door;
        this.head = head;
        this.me = me;
        this.attempt = attempt;
    }

    /** Loads the grant of the address; refused when it is not one of the patient's. At posts too. */
    public void load() {
        grant = door.get(held());
        if (!grant.patientId().equals(head.id())) {
            throw Refusal.notFound();
        }
    }

    /** Moves the end. */
    public String save() {
        return attempt.to(() -> {
            door.shorten(
                    held(),
                    new GrantEnd(
                            until == null ? null : until.atZone(me.getZone()).toInstant()));
            attempt.tell("ok", "shorten.done");
            return "/access?faces-redirect=true&patient=" + head.getPatient();
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

    /** The new end, on the reader's clock. */
    public LocalDateTime getUntil() {
        return until;
    }

    /** Sets it. */
    public void setUntil(LocalDateTime until) {
        this.until = until;
    }
}
