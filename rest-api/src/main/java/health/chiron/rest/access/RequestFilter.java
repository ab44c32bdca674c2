package health.chiron.rest.access;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.RequestQuery;
import jakarta.ws.rs.QueryParam;

/** Narrows a list of requests for access. */
public class RequestFilter {
    @QueryParam("status")
    private AccessRequestView.Status status;

    @QueryParam("origin")
    private AccessRequestView.Origin origin;

    /** As the doors take it. */
    public RequestQuery toQuery() {
        return new RequestQuery(status, origin);
    }
}
