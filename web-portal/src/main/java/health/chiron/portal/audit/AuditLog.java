package health.chiron.portal.audit;

import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.AuditTrail;
import health.chiron.access.api.ChainReport;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The whole log by filter, and the proof that its chain holds. */
@Named
@RequestScoped
public class AuditLog {
    private static final int LENGTH = 50;
    private AuditTrail door;
    private AuditFilter filter;
    private CurrentUser me;
    private Attempt attempt;

    private Integer number;
    private List<AccessEntry> rows = List.of();
    private Paging paging;
    private ChainReport report;

    /** For the container. */
    protected AuditLog() {}

    /**
     * @param door the log
     * @param filter what is looked for
     * @param me whose days
     * @param attempt shows refusals
     */
    @Inject
    public AuditLog(AuditTrail door, AuditFilter filter, CurrentUser me, Attempt attempt) {
        this.door = door;
        this.filter = filter;
        this.me = me;
        this.attempt = attempt;
    }

    /** Loads the page; at posts too. */
    public void load() {
        attempt.to(() -> {
            var page = door.search(filter.query(me.getZone()), Paging.request(number, LENGTH));
            rows = page.items();
            paging = Paging.of(page);
            return null;
        });
    }

    /** Reads the whole chain again. */
    public String verify() {
        return attempt.to(() -> {
            report = door.verify();
            return null;
        });
    }

    /** The page's entries. */
    public List<AccessEntry> getRows() {
        return rows;
    }

    /** Where in the log. */
    public Paging getPaging() {
        return paging;
    }

    /** What the verification found; null when it was not asked for. */
    public ChainReport getReport() {
        return report;
    }

    /** The page's number. */
    public Integer getNumber() {
        return number;
    }

    /** Sets the page's number. */
    public void setNumber(Integer number) {
        this.number = number;
    }
}
