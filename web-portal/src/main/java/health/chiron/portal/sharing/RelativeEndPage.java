package health.chiron.portal.sharing;

import health.chiron.access.api.FamilyHistoryShareView;
import health.chiron.access.api.Shares;
import health.chiron.domain.access.FamilyHistoryShareId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Moves the end of the share of one relative. In view scope, because the change is based on what was on the page, as with the share of a
 * patient.
 */
@Named("relativeEndPage")
@ViewScoped
public class RelativeEndPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Shares door;

    @Inject
    private PatientHead head;

    @Inject
    private CurrentUser me;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private String share;
    private UUID patient;
    private ShareRow row;
    private LocalDate until;

    /** Loads the share; refused when it is over, or not the reader's to change. */
    public void load() {
        FamilyHistoryShareId wanted = Addressed.id(share, FamilyHistoryShareId::of);
        PatientId of = head.id();
        patient = of.value();
        // Active ones come first, and there are fewer than a page has.
        FamilyHistoryShareView found =
                door.familyHistoryOf(of, PageRequest.first(PageRequest.MOST)).page().items().stream()
                        .filter(each -> each.id().equals(wanted))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        row = ShareRow.of(found);
        if (!row.mayEnd()) {
            throw Refusal.notFound();
        }
        until = LastDay.of(found.expiresAt(), me.getZone());
    }

    /** Moves the end: after the last day, or to never. */
    public String save() {
        return attempt.to(() -> {
            door.lasts(new FamilyHistoryShareId(row.id()), row.version(), LastDay.over(until, me.getZone()));
            notices.carry("ok", "shares.endMoved");
            return "/shares?faces-redirect=true&patient=" + patient;
        });
    }

    /** The share. */
    public ShareRow getRow() {
        return row;
    }

    /** The share in the address. */
    public String getShare() {
        return share;
    }

    /** Sets it. */
    public void setShare(String share) {
        this.share = share;
    }

    /** The last day; null for no end. */
    public LocalDate getUntil() {
        return until;
    }

    /** Sets it. */
    public void setUntil(LocalDate until) {
        this.until = until;
    }
}
