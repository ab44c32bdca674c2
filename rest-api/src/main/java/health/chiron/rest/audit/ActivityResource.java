package health.chiron.rest.audit;

import health.chiron.access.api.AuditTrail;
import health.chiron.access.api.LoggedPeopleQuery;
import health.chiron.rest.call.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was done to accounts, clinics and sessions. */
@Path("/activity")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class ActivityResource {
    @Inject
    private AuditTrail auditTrail;

    /** Search the activity log. Sign-ins and changes of accounts and clinics, newest first; no patient is in it. For platform administrators and auditors. */
    @GET
    public ActivityLog searchActivity(@BeanParam ActivityFilter filter, @BeanParam Paging paging) {
        return ActivityLog.of(auditTrail.activity(filter.toQuery(), paging.toPage()));
    }

    /** Find people whose activity can be searched for. By a part of the name or sign-in name, of two signs at the least; for platform administrators and auditors. */
    @GET
    @Path("/people")
    public LoggedPeople findLoggedPeople(@QueryParam("search") String search, @BeanParam Paging paging) {
        return LoggedPeople.of(auditTrail.people(new LoggedPeopleQuery(search), paging.toPage()));
    }

    /** Get one's own activity. Sign-ins with time, address and outcome, and what the account changed about itself; newest first. */
    @GET
    @Path("/own")
    public ActivityLog getOwnActivity(@BeanParam Paging paging) {
        return ActivityLog.of(auditTrail.own(paging.toPage()));
    }
}
