package health.chiron.rest.clinics;

import health.chiron.access.api.ConsentTextView;
import health.chiron.access.api.Consents;
import health.chiron.access.api.NewConsentText;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ConsentTextId;
import health.chiron.rest.access.ConsentTextList;
import health.chiron.rest.call.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a clinic lets owners sign. */
@Path("/clinics/{clinic_id}/consent-texts")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
public class ConsentTextResource {
    @Inject
    private Consents consents;

    /** List a clinic's texts. Those in force first, then newest first; for everybody who works there. */
    @GET
    public ConsentTextList listConsentTexts(
            @PathParam("clinic_id") ClinicId clinicId,
            @QueryParam("in_force") @DefaultValue("false") Boolean inForce,
            @BeanParam Paging paging) {
        return ConsentTextList.of(consents.texts(clinicId, inForce, paging.toPage()));
    }

    /** Publish a text. For administrators; the version before of this scope and language is retired. */
    @POST
    @APIResponseSchema(value = ConsentTextView.class, responseCode = "201")
    public Response publishConsentText(@PathParam("clinic_id") ClinicId clinicId, NewConsentText text) {
        ConsentTextView published = consents.publish(clinicId, text);
        return Response.created(URI.create("clinics/" + clinicId + "/consent-texts#" + published.id()))
                .entity(published)
                .build();
    }

    /** Retire a text. Nobody signs it any more; what was signed stands ({@code consent/text-retired}). */
    @POST
    @Path("/{text_id}/retire")
    @Consumes(MediaType.WILDCARD)
    public ConsentTextView retireConsentText(
            @PathParam("clinic_id") ClinicId clinicId, @PathParam("text_id") ConsentTextId textId) {
        return consents.retire(clinicId, textId);
    }
}
