package health.chiron.rest.health;

import health.chiron.access.api.Readiness;
import health.chiron.rest.problem.Failure;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the installation answers. */
@Path("/health")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Health")
public class HealthResource {
    @Inject
    private Readiness readiness;

    /** Get the state of health. Whether the service is up and reaches its database, and nothing else. */
    @GET
    @PermitAll
    public Health getHealth() {
        if (!readiness.check()) {
            throw Failure.unavailable();
        }
        return new Health("up");
    }

    /**
     * The state of health.
     *
     * @param status always {@code up}: a service that is not answers 503
     */
    public record Health(String status) {}
}
