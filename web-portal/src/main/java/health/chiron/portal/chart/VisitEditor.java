package health.chiron.portal.chart;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.VisitId;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import health.chiron.records.api.VisitView;
import health.chiron.records.api.Visits;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.UUID;

/**
 * Writes a visit: begins a draft, saves it, signs it. In view scope, because the text must outlive a refusal: whatever a
 * door says, the fields keep what was typed.
 */
@Named("editor")
@ViewScoped
public class VisitEditor implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Visits door;

    @Inject
    private CurrentUser me;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    @Inject
    private transient Clock clock;

    private UUID patient;
    private UUID visit;
    private long version;
    private VisitForm form;

    /** Opens the draft of the address, or an empty form for its patient. */
    public void load(PatientId of, VisitId draft) {
        if (form != null) {
            return;
        }
        if (draft != null) {
            take(door.get(draft));
        } else if (of != null) {
            patient = of.value();
            form = VisitForm.empty(me.getClinic(), clock.instant(), me.getZone());
            form.measureIn(me.getUnitSystem());
        }
    }

    private void take(VisitView view) {
        if (!view.mayChange()) {
            throw Refusal.notFound();
        }
        patient = view.patientId().value();
        visit = view.id().value();
        version = view.version();
        form = VisitForm.of(view.content(), view.clinicId(), me.getZone());
        form.measureIn(me.getUnitSystem());
    }

    /** Saves the draft and goes on writing. */
    public String save() {
        return attempt.to(() -> {
            store();
            notices.carry("ok", "visit.saved");
            return "/write?faces-redirect=true&draft=" + visit;
        });
    }

    /** Saves the draft and signs it for good. */
    public String sign() {
        return attempt.to(() -> {
            store();
            door.sign(new VisitId(visit), version);
            notices.carry("ok", "visit.signed");
            return "/visit?faces-redirect=true&id=" + visit;
        });
    }

    private void store() {
        try {
            VisitView stored = visit == null
                    ? door.draft(new PatientId(patient), form.content(me.getZone()))
                    : door.change(new VisitId(visit), version, form.content(me.getZone()));
            visit = stored.id().value();
            version = stored.version();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.STALE) {
                // The reader is told; saving once more is a decision to replace the other text.
                version = door.get(new VisitId(visit)).version();
            }
            throw refusal;
        }
    }

    /** The fields. */
    public VisitForm getForm() {
        return form;
    }

    /** The patient of the visit. */
    public PatientId getPatient() {
        return patient == null ? null : new PatientId(patient);
    }

    /** Whether the draft has been saved before. */
    public boolean isSaved() {
        return visit != null;
    }

    /** The draft; null before it was saved. */
    public UUID getVisit() {
        return visit;
    }
}
