package health.chiron.portal.access;

import health.chiron.access.api.BreakGlass;
import health.chiron.access.api.Emergencies;
import health.chiron.domain.records.PatientId;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import health.chiron.records.api.EmergencyLookup;
import health.chiron.records.api.PatientIdentity;
import health.chiron.records.api.Patients;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/** Finds a patient in an emergency and opens the chart with a reason. */
@Named("emergency")
@RequestScoped
public class BreakGlassForm {
    private Patients patients;
    private Emergencies door;
    private CurrentUser me;
    private Attempt attempt;
    private Notices notices;

    private String patient;
    private String name;
    private LocalDate birthDate;
    private String reason;
    private List<PatientIdentity> matches;

    /** For the container. */
    protected BreakGlassForm() {}

    /**
     * @param patients finds them
     * @param door opens
     * @param me whose clinic
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public BreakGlassForm(Patients patients, Emergencies door, CurrentUser me, Attempt attempt, Notices notices) {
        this.patients = patients;
        this.door = door;
        this.me = me;
        this.attempt = attempt;
        this.notices = notices;
    }

    /** Looks for the exact name and date of birth. */
    public String look() {
        return attempt.to(() -> {
            matches = patients.lookUpInEmergency(new EmergencyLookup(me.getClinic(), name, birthDate))
                    .matches();
            return null;
        });
    }

    /** Opens the chart. */
    public String open() {
        return attempt.to(() -> {
            door.open(Addressed.id(patient, PatientId::of), new BreakGlass(me.getClinic(), reason));
            notices.carry("warn", "emergency.opened");
            return "/chart?faces-redirect=true&patient=" + patient;
        });
    }

    /** Whether a patient is to be opened; while a post is being read nothing is known yet, and the door decides. */
    public boolean isOpening() {
        return patient != null || FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    /** The patient to open; null while one is looked for. */
    public String getPatient() {
        return patient;
    }

    /** Sets it. */
    public void setPatient(String patient) {
        this.patient = patient;
    }

    /** What was found; null before a search. */
    public List<PatientIdentity> getMatches() {
        return matches;
    }

    /** Whether a search has been answered. */
    public boolean isAnswered() {
        return matches != null;
    }

    /** The whole name. */
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(String name) {
        this.name = name;
    }

    /** The date of birth. */
    public LocalDate getBirthDate() {
        return birthDate;
    }

    /** Sets it. */
    public void setBirthDate(LocalDate birthDate) {
        this.birthDate = birthDate;
    }

    /** Why. */
    public String getReason() {
        return reason;
    }

    /** Sets it. */
    public void setReason(String reason) {
        this.reason = reason;
    }
}
