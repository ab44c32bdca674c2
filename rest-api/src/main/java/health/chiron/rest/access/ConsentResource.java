package health.chiron.rest.access;

import health.chiron.access.api.ConsentView;
import health.chiron.access.api.Consents;
import health.chiron.domain.access.ConsentId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single consents. */
@Path("/consents/{consent_id}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
public class ConsentResource {
    @Inject
    private Consents consents;

    /** Get a consent. With the text as it was signed. */
    @GET
    public ConsentView getConsent(@PathParam("consent_id") ConsentId consentId) {
        return consents.get(consentId);
    }

    /** Withdraw a consent. By the owner; the access that it opened ends in the same moment ({@code consent/withdrawn}). */
    @POST
    @Path("/withdraw")
    @Consumes(MediaType.WILDCARD)
    public ConsentView withdrawConsent(@PathParam("consent_id") ConsentId consentId) {
        return consents.withdraw(consentId);
    }
}
