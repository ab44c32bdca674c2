package health.chiron.rest.audit;

import health.chiron.access.api.AuditTrail;
import health.chiron.access.api.ChainReport;
import health.chiron.rest.call.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The access log as a whole. */
@Path("/audit")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {
    @Inject
    private AuditTrail auditTrail;

    /** Search the access log. Newest first; for auditors. */
    @GET
    public AccessLog searchAccessLog(@BeanParam AuditFilter filter, @BeanParam Paging paging) {
        return AccessLog.of(auditTrail.search(filter.toQuery(), paging.toPage()));
    }

    /** Verify the access log. Reads the whole chain again and says whether it holds, or names the first entry that does not; for auditors. */
    @POST
    @Path("/verify")
    @Consumes(MediaType.WILDCARD)
    public ChainReport verifyAccessLog() {
        return auditTrail.verify();
    }
}
