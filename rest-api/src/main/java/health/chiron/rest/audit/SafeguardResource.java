package health.chiron.rest.audit;

import health.chiron.access.api.Safeguards;
import health.chiron.access.api.SafeguardsView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The installation looks at itself. */
@Path("/safeguards")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class SafeguardResource {
    @Inject
    private Safeguards safeguards;

    /**
     * List the safeguards and how they stand. Each is looked at now, with the paragraph of the HIPAA rules that it answers to; no person and
     * no patient is named. For platform administrators and auditors.
     */
    @GET
    public SafeguardsView listSafeguards() {
        return safeguards.look();
    }
}
