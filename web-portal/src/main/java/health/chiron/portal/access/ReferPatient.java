package health.chiron.portal.access;

import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.Referral;
import health.chiron.domain.access.Section;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;

/** A doctor sends a patient on to another clinic. */
@Named("refer")
@RequestScoped
public class ReferPatient {
    private AccessRequests door;
    private ChooseClinic choice;
    private PatientHead head;
    private Attempt attempt;
    private Notices notices;

    private String purpose;
    private Section[] sections = Section.values();
    private Integer hours = 24;

    /** For the container. */
    protected ReferPatient() {}

    /**
     * @param door the requests
     * @param choice which clinic
     * @param head which patient
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public ReferPatient(AccessRequests door, ChooseClinic choice, PatientHead head, Attempt attempt, Notices notices) {
        this.door = door;
        this.choice = choice;
        this.head = head;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Sends the patient on. */
    public String send() {
        return attempt.to(() -> {
            Set<Section> named = sections.length == Section.values().length ? Set.of() : Set.of(sections);
            door.refer(head.id(), new Referral(choice.id(), purpose, named, hours));
            notices.carry("ok", "refer.sent");
            return "/accesses?faces-redirect=true&view=referrals";
        });
    }

    /** The parts of a chart. */
    public Section[] getAllSections() {
        return Section.values();
    }

    /** What for. */
    public String getPurpose() {
        return purpose;
    }

    /** Sets it. */
    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    /** To what. */
    public Section[] getSections() {
        return sections.clone();
    }

    /** Sets it. */
    public void setSections(Section[] sections) {
        this.sections = sections.clone();
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
