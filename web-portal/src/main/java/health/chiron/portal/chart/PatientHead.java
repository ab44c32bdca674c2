package health.chiron.portal.chart;

import health.chiron.domain.records.PatientId;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.OnlyFor;
import health.chiron.records.api.PatientBanner;
import health.chiron.records.api.Patients;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * The head of every page about a patient: the patient of the address, who it is and by what right the person looks. Asked
 * anew at every request, posts too, so that access that has ended ends the page.
 */
@Named("head")
@RequestScoped
public class PatientHead {
    private Patients patients;
    private String patient;
    private PatientBanner banner;

    /** For the container. */
    protected PatientHead() {}

    /** @param patients knows the patient */
    @Inject
    public PatientHead(Patients patients) {
        this.patients = patients;
    }

    /** Loads the head of the patient in the address; refused when there is none. */
    public void load() {
        show(id());
    }

    /**
     * Loads the head for a page that is nothing but a form for one act; forbidden for whoever may not do that.
     *
     * @param what in the words of {@link PatientBanner#may()}
     */
    public void loadFor(String what) {
        load();
        require(what);
    }

    /** Refuses whoever may not do something with the patient that is loaded. */
    public void require(String what) {
        if (!may(what)) {
            throw OnlyFor.notOpen();
        }
    }

    /** Loads the head of a patient known otherwise, such as by a visit. */
    public void show(PatientId of) {
        this.patient = of.toString();
        this.banner = patients.banner(of);
    }

    /** The patient in the address; refused when it names none. */
    public PatientId id() {
        return Addressed.id(patient, PatientId::of);
    }

    /** The patient as the address says it. */
    public String getPatient() {
        return patient;
    }

    /** Sets it. */
    public void setPatient(String patient) {
        this.patient = patient;
    }

    /** The head, once loaded. */
    public PatientBanner getBanner() {
        return banner;
    }

    /**
     * Whether the person may do something here, in the words of {@link PatientBanner#may()}; the door decides again. While a post is
     * being read nothing is known yet: what was posted is read, so that it comes to the door at all.
     */
    public boolean may(String what) {
        if (banner == null) {
            return FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
        }
        return banner.may().contains(what);
    }
}
