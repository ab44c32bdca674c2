package health.chiron.portal.home;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.RequestQuery;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The front desk's first page: what to do, and the requests under way. */
@Named
@RequestScoped
public class Desk {
    private static final int SHOWN = 8;
    private AccessRequests requests;
    private CurrentUser me;
    private List<AccessRequestView> rows = List.of();

    /** For the container. */
    protected Desk() {}

    /**
     * @param requests the clinic's requests
     * @param me whose clinic
     */
    @Inject
    public Desk(AccessRequests requests, CurrentUser me) {
        this.requests = requests;
        this.me = me;
    }

    /** Loads the newest requests. */
    public void load() {
        if (me.getClinic() == null) {
            throw Refusal.notFound();
        }
        rows = requests.ofClinic(me.getClinic(), RequestQuery.WAITING, PageRequest.first(SHOWN))
                .items();
    }

    /** The newest requests. */
    public List<AccessRequestView> getRequests() {
        return rows;
    }
}
