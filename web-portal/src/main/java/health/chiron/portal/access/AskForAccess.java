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
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Asks the owner of a patient for access: for which doctor, why, to what, how long. */
@Named("ask")
@RequestScoped
public class AskForAccess {
    private AccessRequests door;
    private Clinics clinics;
    private PatientHead head;
    private CurrentUser me;
    private Attempt attempt;

    private AccountId doctor;
    private String purpose;
    private Set<Section> sections = EnumSet.allOf(Section.class);
    private Integer hours;
    private List<DoctorView> doctors = List.of();

    /** For the container. */
    protected AskForAccess() {}

    /**
     * @param door the requests
     * @param clinics doctors and the usual length of a grant
     * @param head the patient
     * @param me who asks
     * @param attempt shows refusals
     */
    @Inject
    public AskForAccess(AccessRequests door, Clinics clinics, PatientHead head, CurrentUser me, Attempt attempt) {
        this.door = door;
        this.clinics = clinics;
        this.head = head;
        this.me = me;
        this.attempt = attempt;
    }

    /** Loads the doctors, and fills in what is usual. */
    public void load() {
        ClinicId clinic = me.getClinic();
        doctors = clinics.doctors(clinic).stream().filter(DoctorView::active).toList();
        if (hours == null) {
            hours = clinics.get(clinic).profile().grantHours();
        }
        if (doctor == null && me.getKind() == AccountKind.DOCTOR) {
            doctor = me.getAccount().id();
        }
    }

    /** Sends the request and goes on to the code. */
    public String send() {
        return attempt.to(() -> {
            Set<Section> asked = sections.size() == Section.values().length ? Set.of() : Set.copyOf(sections);
            AccessRequestView sent =
                    door.request(head.getPatient(), new RequestAccess(me.getClinic(), doctor, purpose, asked, hours));
            return "/code?faces-redirect=true&request=" + sent.id();
        });
    }

    /** The doctors to choose from. */
    public List<DoctorView> getDoctors() {
        return doctors;
    }

    /** The parts of a chart. */
    public Section[] getAllSections() {
        return Section.values();
    }

    /** The doctor; null for every doctor of the clinic. */
    public AccountId getDoctor() {
        return doctor;
    }

    /** Sets it. */
    public void setDoctor(AccountId doctor) {
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
        return sections.toArray(Section[]::new);
    }

    /** Sets it. */
    public void setSections(Section[] sections) {
        this.sections = sections.length == 0 ? EnumSet.noneOf(Section.class) : EnumSet.copyOf(List.of(sections));
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
