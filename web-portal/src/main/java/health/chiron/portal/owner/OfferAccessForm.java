package health.chiron.portal.owner;

import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.OfferAccess;
import health.chiron.access.api.OfferedCode;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.Section;
import health.chiron.portal.access.ChooseClinic;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Attempt;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;

/** The owner lets a clinic of their choice in. The digits are shown in the answer to this one post, and kept nowhere. */
@Named("offer")
@RequestScoped
public class OfferAccessForm {
    private AccessRequests door;
    private ChooseClinic choice;
    private PatientHead head;
    private Attempt attempt;

    private String doctor;
    private boolean byLetter;
    private String purpose;
    private Section[] sections = Section.values();
    private Integer hours = 24;
    private OfferedCode code;

    /** For the container. */
    protected OfferAccessForm() {}

    /**
     * @param door the requests
     * @param choice which clinic
     * @param head which patient
     * @param attempt shows refusals
     */
    @Inject
    public OfferAccessForm(AccessRequests door, ChooseClinic choice, PatientHead head, Attempt attempt) {
        this.door = door;
        this.choice = choice;
        this.head = head;
        this.attempt = attempt;
    }

    /** Makes the offer and shows the digits. */
    public String send() {
        return attempt.to(() -> {
            Set<Section> opened = sections.length == Section.values().length ? Set.of() : Set.of(sections);
            code = door.offer(
                    head.id(),
                    new OfferAccess(
                            choice.id(),
                            doctor == null ? null : AccountId.of(doctor),
                            purpose,
                            opened,
                            hours,
                            byLetter));
            return null;
        });
    }

    /** The digits, once made. */
    public OfferedCode getCode() {
        return code;
    }

    /** The doctor; null for every doctor of the clinic. */
    public String getDoctor() {
        return doctor;
    }

    /** Sets it. */
    public void setDoctor(String doctor) {
        this.doctor = doctor;
    }

    /** Whether the digits go by letter as well. */
    public boolean isByLetter() {
        return byLetter;
    }

    /** Sets it. */
    public void setByLetter(boolean byLetter) {
        this.byLetter = byLetter;
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
