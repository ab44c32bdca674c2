package health.chiron.portal.access;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.Clinics;
import health.chiron.access.api.DoctorView;
import health.chiron.access.api.RequestAccess;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.Section;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Asks the owner of a patient for access: for which doctor, why, to what, how long. In view scope, because the choice of
 * doctors must be the same when the form comes back.
 */
@Named("ask")
@ViewScoped
public class AskForAccess implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private AccessRequests door;

    @Inject
    private Clinics clinics;

    @Inject
    private PatientHead head;

    @Inject
    private CurrentUser me;

    @Inject
    private Attempt attempt;

    private final ArrayList<Choice> doctors = new ArrayList<>();
    private String doctor;
    private String purpose;
    private Section[] sections = Section.values();
    private Integer hours;

    /**
     * A doctor to choose.
     *
     * @param id the doctor's account
     * @param name the name, and the field if known
     */
    public record Choice(String id, String name) implements Serializable {
        static Choice of(DoctorView doctor) {
            String field = doctor.specialization() == null ? "" : ", " + doctor.specialization();
            return new Choice(doctor.id().toString(), doctor.fullName() + field);
        }
    }

    /** Loads the doctors, and fills in what is usual. */
    public void load() {
        ClinicId clinic = me.getClinic();
        clinics.doctors(clinic).stream()
                .filter(DoctorView::active)
                .map(Choice::of)
                .forEach(doctors::add);
        hours = clinics.get(clinic).profile().grantHours();
        if (me.getKind() == AccountKind.DOCTOR) {
            doctor = me.getAccount().id().toString();
        }
    }

    /** Sends the request and goes on to the code. */
    public String send() {
        return attempt.to(() -> {
            Set<Section> asked = sections.length == Section.values().length ? Set.of() : Set.of(sections);
            AccountId forDoctor = doctor == null ? null : AccountId.of(doctor);
            AccessRequestView sent =
                    door.request(head.id(), new RequestAccess(me.getClinic(), forDoctor, purpose, asked, hours));
            return "/code?faces-redirect=true&request=" + sent.id();
        });
    }

    /** The doctors to choose from. */
    public List<Choice> getDoctors() {
        return doctors;
    }

    /** The parts of a chart. */
    public Section[] getAllSections() {
        return Section.values();
    }

    /** The doctor; null for every doctor of the clinic. */
    public String getDoctor() {
        return doctor;
    }

    /** Sets it. */
    public void setDoctor(String doctor) {
        this.doctor = doctor;
    }

    /** Why. */
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
