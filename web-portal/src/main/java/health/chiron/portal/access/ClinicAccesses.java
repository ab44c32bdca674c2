package health.chiron.portal.access;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.GrantQuery;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.access.api.RequestQuery;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Refusal;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The requests that a clinic has made and the access it holds or held. */
@Named("accesses")
@RequestScoped
public class ClinicAccesses {
    private AccessRequests requests;
    private Grants grants;
    private CurrentUser me;

    private Integer requestPage;
    private Integer grantPage;
    private List<AccessRequestView> requestRows = List.of();
    private List<GrantView> grantRows = List.of();
    private Paging requestPaging;
    private Paging grantPaging;

    /** For the container. */
    protected ClinicAccesses() {}

    /**
     * @param requests the requests
     * @param grants the grants
     * @param me whose clinic
     */
    @Inject
    public ClinicAccesses(AccessRequests requests, Grants grants, CurrentUser me) {
        this.requests = requests;
        this.grants = grants;
        this.me = me;
    }

    /** Loads one page of each. */
    public void load() {
        ClinicId clinic = me.getClinic();
        if (clinic == null) {
            throw Refusal.notFound();
        }
        var asked = requests.ofClinic(clinic, RequestQuery.ALL, Paging.request(requestPage, 10));
        requestRows = asked.items();
        requestPaging = Paging.of(asked);
        var held = grants.ofClinic(clinic, GrantQuery.ALL, Paging.request(grantPage, Paging.USUAL));
        grantRows = held.items();
        grantPaging = Paging.of(held);
    }

    /** The page's requests. */
    public List<AccessRequestView> getRequests() {
        return requestRows;
    }

    /** The page's grants. */
    public List<GrantView> getGrants() {
        return grantRows;
    }

    /** Where in the requests. */
    public Paging getRequestPaging() {
        return requestPaging;
    }

    /** Where in the grants. */
    public Paging getGrantPaging() {
        return grantPaging;
    }

    /** The page of requests. */
    public Integer getRequestPage() {
        return requestPage;
    }

    /** Sets it. */
    public void setRequestPage(Integer requestPage) {
        this.requestPage = requestPage;
    }

    /** The page of grants. */
    public Integer getGrantPage() {
        return grantPage;
    }

    /** Sets it. */
    public void setGrantPage(Integer grantPage) {
        this.grantPage = grantPage;
    }
}
