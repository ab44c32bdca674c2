package health.chiron.portal.sharing;

import health.chiron.domain.records.PatientId;
import health.chiron.portal.chart.PatientHead;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A form that moves the end of a share. In view scope, because the change is based on what was on the page: whoever moved it at the same
 * moment is not overwritten.
 */
public abstract class EndForm implements Serializable {
    private static final long serialVersionUID = 1L;

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

    /**
     * The share of this patient.
     *
     * @param wanted its id, as the address says it
     * @throws health.chiron.domain.shared.Refusal not found when there is none, it is over, or not the reader's to change
     */
    protected abstract ShareRow find(PatientId of, String wanted);

    /**
     * Moves the end.
     *
     * @param end null for none
     */
    protected abstract void move(UUID id, long version, Instant end);

    /** Loads the share; refused when it is over, or not the reader's to change. */
    public void load() {
        PatientId of = head.id();
        patient = of.value();
        row = find(of, share);
        until = LastDay.of(row.expiresAt(), me.getZone());
    }

    /** Moves the end: after the last day, or to never. */
    public String save() {
        return attempt.to(() -> {
            move(row.id(), row.version(), LastDay.over(until, me.getZone()));
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
