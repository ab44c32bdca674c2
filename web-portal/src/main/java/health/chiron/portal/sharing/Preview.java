package health.chiron.portal.sharing;

import health.chiron.domain.access.Section;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Attempt;
import health.chiron.records.api.Chart;
import health.chiron.records.api.SharePreview;
import health.chiron.records.api.WishedShare;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;

/** What the other person would see, beside the form; counted anew whenever level or parts change. */
@Named("preview")
@RequestScoped
public class Preview {
    private Chart door;
    private PatientHead head;
    private OfferForm form;
    private Attempt attempt;
    private SharePreview seen;

    /** For the container. */
    protected Preview() {}

    /**
     * @param door counts
     * @param head the patient
     * @param form what is to be offered
     * @param attempt shows refusals
     */
    @Inject
    public Preview(Chart door, PatientHead head, OfferForm form, Attempt attempt) {
        this.door = door;
        this.head = head;
        this.form = form;
        this.attempt = attempt;
    }

    /** Loads head and preview. */
    public void load() {
        head.loadFor("SHARE_SHARES");
        look();
    }

    /** Counts for what is chosen now. */
    public void look() {
        attempt.to(() -> {
            Section[] chosen = form.getSections();
            Set<Section> opened = chosen.length == Section.values().length ? Set.of() : Set.of(chosen);
            seen = door.preview(head.id(), new WishedShare(form.getLevel(), opened));
            return null;
        });
    }

    /** The parts, those left out too. */
    public List<SharePreview.Part> getParts() {
        return seen == null ? List.of() : seen.parts();
    }

    /** How many remarks among professionals stay hidden. */
    public long getRemarksKept() {
        return seen == null ? 0 : seen.remarksKept();
    }

    /** Whether the person might do this besides looking. */
    public boolean may(String what) {
        return seen != null && seen.may().contains(what);
    }
}
