package health.chiron.rest.architecture.planted;

import health.chiron.access.internal.policy.Policy;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Breaks every rule of this WAR, so that each rule is seen to fail. It is on no server. */
@Path("/leak")
public class LeakyResource {
    EntityManager entities;
    Policy policy;

    @GET
    @PermitAll
    public String everythingForEverybody() {
        return String.valueOf(entities) + policy;
    }
}
