package health.chiron.portal.chart;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.VisitId;
import health.chiron.portal.page.Addressed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the address of the visit editor names: a patient for a new visit, or a draft. Loads editor and head. */
@Named("visitAddress")
@RequestScoped
public class VisitAddress {
    private VisitEditor editor;
    private PatientHead head;
    private String patient;
    private String draft;

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
        editor.load(
                patient == null ? null : Addressed.id(patient, PatientId::of),
                draft == null ? null : Addressed.id(draft, VisitId::of));
        head.show(editor.getPatient());
        if (draft == null) {
            head.require("CREATE_VISITS");
        }
    }

    /** The patient of a new visit. */
    public String getPatient() {
        return patient;
    }

    /** Sets it. */
    public void setPatient(String patient) {
        this.patient = patient;
    }

    /** The draft. */
    public String getDraft() {
        return draft;
    }

    /** Sets it. */
    public void setDraft(String draft) {
        this.draft = draft;
    }
}
