package health.chiron.portal.sharing;

import health.chiron.access.api.ShareView;
import health.chiron.access.api.Shares;
import health.chiron.domain.access.ShareId;
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
 * Moves the end of a share. In view scope, because the change is based on what was on the page: whoever moved it at the same moment is
 * not overwritten.
 */
@Named("shareEndPage")
@ViewScoped
public class ShareEndPage implements Serializable {
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
        ShareId wanted = Addressed.id(share, ShareId::of);
        PatientId of = head.id();
        patient = of.value();
        // Active ones come first, and there are fewer than a page has.
        ShareView found = door.ofPatient(of, PageRequest.first(PageRequest.MOST)).page().items().stream()
                .filter(each -> each.id().equals(wanted) && each.active() && each.mayEnd())
                .findFirst()
                .orElseThrow(Refusal::notFound);
        row = ShareRow.of(found);
        until = LastDay.of(found.expiresAt(), me.getZone());
    }

    /** Moves the end: after the last day, or to never. */
    public String save() {
        return attempt.to(() -> {
            door.lasts(new ShareId(row.id()), row.version(), LastDay.over(until, me.getZone()));
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
