package health.chiron.portal.chart;

import health.chiron.domain.records.VisitId;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import health.chiron.records.api.AddendumAudience;
import health.chiron.records.api.NewAddendum;
import health.chiron.records.api.VisitView;
import health.chiron.records.api.Visits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A visit as it is read, and the later word that can be added to it once it is signed. */
@Named("visit")
@RequestScoped
public class VisitReader {
    private Visits door;
    private PatientHead head;
    private Attempt attempt;
    private Notices notices;

    private String id;
    private VisitView view;
    private String addendum;
    private AddendumAudience audience = AddendumAudience.EVERYBODY;

    /** For the container. */
    protected VisitReader() {}

    /**
     * @param door the visits
     * @param head the patient
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public VisitReader(Visits door, PatientHead head, Attempt attempt, Notices notices) {
        this.door = door;
        this.head = head;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Loads the visit and the head of its patient; refused when there is none. */
    public void load() {
        view = door.get(visit());
        head.show(view.patientId());
    }

    /** Adds the later word. */
    public String add() {
        return attempt.to(() -> {
            door.addAddendum(visit(), new NewAddendum(addendum, audience));
            notices.carry("ok", "visit.added");
            return "/visit?faces-redirect=true&id=" + id;
        });
    }

    private VisitId visit() {
        return Addressed.id(id, VisitId::of);
    }

    /** The visit in the address. */
    public String getId() {
        return id;
    }

    /** Sets the visit in the address. */
    public void setId(String id) {
        this.id = id;
    }

    /** The visit, once loaded. */
    public VisitView getView() {
        return view;
    }

    /** Whether a later word can be added; while a post is being read nothing is known yet, and the door decides. */
    public boolean isAdds() {
        return view == null || view.mayAdd();
    }

    /** Who may read a later word. */
    public AddendumAudience[] getAudiences() {
        return AddendumAudience.values();
    }

    /** Who reads the later word. */
    public AddendumAudience getAudience() {
        return audience;
    }

    /** Sets who reads it. */
    public void setAudience(AddendumAudience audience) {
        this.audience = audience;
    }

    /** The later word. */
    public String getAddendum() {
        return addendum;
    }

    /** Sets the later word. */
    public void setAddendum(String addendum) {
        this.addendum = addendum;
    }
}
