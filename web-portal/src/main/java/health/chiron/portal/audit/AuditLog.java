package health.chiron.portal.audit;

import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.AuditPage;
import health.chiron.access.api.AuditTrail;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Function;

/** The log by filter: the whole of it, or what was done in a clinic's name. */
@Named
@RequestScoped
public class AuditLog {
    private static final int LENGTH = 50;
    private AuditTrail door;
    private AuditFilter filter;
    private CurrentUser me;
    private Attempt attempt;

    private List<AccessEntry> rows = List.of();
    private Paging paging;
    private boolean more;

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

    /** Loads a page of the whole log. */
    public void load() {
        load(page -> door.search(filter.query(me.getZone()), page));
    }

    /** Loads a page of what was done in the name of the reader's clinic. */
    public void loadClinic() {
        if (me.getClinic() == null) {
            throw Refusal.notFound();
        }
        load(page -> door.ofClinic(me.getClinic(), filter.query(me.getZone()), page));
    }

    private void load(Function<PageRequest, AuditPage> search) {
        attempt.toLoad(() -> {
            AuditPage page = search.apply(Paging.request(filter.getPage(), LENGTH));
            rows = page.entries();
            paging = Paging.of(page.page());
            more = page.more();
        });
    }

    /** The page's entries. */
    public List<AccessEntry> getRows() {
        return rows;
    }

    /** Where in the log; null when it was refused. */
    public Paging getPaging() {
        return paging;
    }

    /** Whether there is more than was counted. */
    public boolean isMore() {
        return more;
    }
}
