package health.chiron.portal.clinic;

import health.chiron.access.api.Emergencies;
import health.chiron.access.api.EmergencyJudgement;
import health.chiron.access.api.GrantView;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import health.chiron.portal.page.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The emergencies of a clinic, and judging one of them. */
@Named("emergencies")
@RequestScoped
public class EmergencyReviews {
    private Emergencies door;
    private CurrentUser me;
    private Attempt attempt;
    private Notices notices;

    private Integer number;
    private String grant;
    private GrantView.Judgement outcome;
    private String note;
    private List<GrantView> rows = List.of();
    private Paging paging;

    /** For the container. */
    protected EmergencyReviews() {}

    /**
     * @param door the emergencies
     * @param me whose clinic
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public EmergencyReviews(Emergencies door, CurrentUser me, Attempt attempt, Notices notices) {
        this.door = door;
        this.me = me;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Loads a page; at posts too. */
    public void load() {
        if (me.getClinic() == null) {
            throw Refusal.notFound();
        }
        var page = door.ofClinic(me.getClinic(), null, Paging.request(number, Paging.USUAL));
        rows = page.items();
        paging = Paging.of(page);
    }

    /** How many wait for a judgement; loaded by the administrator's first page. */
    public void count() {
        if (me.getClinic() != null) {
            paging = Paging.of(door.ofClinic(me.getClinic(), true, Paging.request(1, 1)));
        }
    }

    /** Judges the one in the address. */
    public String judge() {
        return attempt.to(() -> {
            door.review(Addressed.id(grant, GrantId::of), new EmergencyJudgement(outcome, note));
            notices.carry("ok", "emergencies.judged");
            return "/emergencies?faces-redirect=true";
        });
    }

    /** The page's emergencies. */
    public List<GrantView> getRows() {
        return rows;
    }

    /** Where in the list. */
    public Paging getPaging() {
        return paging;
    }

    /** How many wait, once counted. */
    public long getWaiting() {
        return paging == null ? 0 : paging.total();
    }

    /** The page's number. */
    public Integer getNumber() {
        return number;
    }

    /** Sets it. */
    public void setNumber(Integer number) {
        this.number = number;
    }

    /** The one to judge; null for none. */
    public String getGrant() {
        return grant;
    }

    /** Sets it. */
    public void setGrant(String grant) {
        this.grant = grant;
    }

    /** Whether one is to be judged; while a post is being read nothing is known yet, and the door decides. */
    public boolean isJudging() {
        if (FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
            return true;
        }
        GrantView chosen = getChosen();
        return chosen != null && chosen.judgement() == null && chosen.status() != GrantView.Status.ACTIVE;
    }

    /** The one to judge, as it is listed; null for none. */
    public GrantView getChosen() {
        return rows.stream()
                .filter(row -> row.id().toString().equals(grant))
                .findFirst()
                .orElse(null);
    }

    /** What was found. */
    public GrantView.Judgement getOutcome() {
        return outcome;
    }

    /** Sets it. */
    public void setOutcome(GrantView.Judgement outcome) {
        this.outcome = outcome;
    }

    /** What can be found. */
    public GrantView.Judgement[] getOutcomes() {
        return GrantView.Judgement.values();
    }

    /** Why. */
    public String getNote() {
        return note;
    }

    /** Sets it. */
    public void setNote(String note) {
        this.note = note;
    }
}
