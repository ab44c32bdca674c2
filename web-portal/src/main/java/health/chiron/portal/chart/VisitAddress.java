package health.chiron.portal.chart;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.VisitId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the address of the visit editor names: a patient for a new visit, or a draft. Loads editor and head. */
@Named("visitAddress")
@RequestScoped
public class VisitAddress {
    private VisitEditor editor;
    private PatientHead head;
    private PatientId patient;
    private VisitId draft;

    /** For the container. */
    protected VisitAddress() {}

    /**
     * @param editor writes
     * @param head the patient
     */
    @Inject
    public VisitAddress(VisitEditor editor, PatientHead head) {
        this.editor = editor;
        this.head = head;
    }

    /** Opens the editor and loads the head; at posts too. */
    public void load() {
        editor.load(patient, draft);
        head.show(editor.getPatient());
    }

    /** The patient of a new visit. */
    public PatientId getPatient() {
        return patient;
    }

    /** Sets it. */
    public void setPatient(PatientId patient) {
        this.patient = patient;
    }

    /** The draft. */
    public VisitId getDraft() {
        return draft;
    }

    /** Sets it. */
    public void setDraft(VisitId draft) {
        this.draft = draft;
    }
}
