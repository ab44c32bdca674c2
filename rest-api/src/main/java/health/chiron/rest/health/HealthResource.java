package health.chiron.rest.health;

import health.chiron.access.api.SignIn;
import health.chiron.access.api.SqlFailure;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.SessionId;
import health.chiron.rest.problem.Failure;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the installation answers. */
@Path("/health")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Health")
public class HealthResource {
    /** The nil UUID names nobody, so that asking for its session reads the database and finds nothing. */
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    private SignIn signIn;

    /** Get the state of health. Whether the service is up and reaches its database, and nothing else. */
    @GET
    @PermitAll
    public Health getHealth() {
        try {
            signIn.stillHolds(new AccountId(NOBODY), new SessionId(NOBODY));
            return new Health("up");
        } catch (EJBException | SqlFailure e) {
            throw Failure.unavailable(e);
        }
    }

    /**
     * The state of health.
     *
     * @param status always {@code up}: a service that is not answers 503
     */
    public record Health(String status) {}
}
