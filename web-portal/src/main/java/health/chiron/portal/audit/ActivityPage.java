package health.chiron.portal.audit;

import health.chiron.access.api.ActivityEntry;
import health.chiron.access.api.ActivityQuery;
import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.AuditTrail;
import health.chiron.domain.shared.Page;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What was done to accounts and clinics, and what somebody did about their own account. */
@Named
@RequestScoped
public class ActivityPage {
    private static final int LENGTH = 50;

    private AuditTrail door;
    private AuditFilter filter;
    private CurrentUser me;
    private Attempt attempt;
    private List<ActivityEntry> rows = List.of();
    private Paging paging;

    /** For the container. */
    protected ActivityPage() {}

    /**
     * @param door the log
     * @param filter what is looked for
     * @param me whose days
     * @param attempt shows refusals
     */
    @Inject
    public ActivityPage(AuditTrail door, AuditFilter filter, CurrentUser me, Attempt attempt) {
        this.door = door;
        this.filter = filter;
        this.me = me;
        this.attempt = attempt;
    }

    /** Loads a page of everybody's. */
    public void load() {
        attempt.toLoad(() -> {
            AuditQuery asked = filter.query(me.getZone());
            show(door.activity(
                    new ActivityQuery(
                            asked.accountId(),
                            asked.clinicId(),
                            asked.action(),
                            asked.category(),
                            asked.outcome(),
                            asked.from(),
                            asked.until()),
                    Paging.request(filter.getPage(), LENGTH)));
        });
    }

    /** Loads a page of the reader's own. */
    public void loadOwn() {
        show(door.own(Paging.request(filter.getPage(), Paging.USUAL)));
    }

    private void show(Page<ActivityEntry> page) {
        rows = page.items();
        paging = Paging.of(page);
    }

    /** The page's entries. */
    public List<ActivityEntry> getRows() {
        return rows;
    }

    /** Where in the log; null when it was refused. */
    public Paging getPaging() {
        return paging;
    }
}
