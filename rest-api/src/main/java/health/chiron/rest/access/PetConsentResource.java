package health.chiron.rest.access;

import health.chiron.access.api.ConsentView;
import health.chiron.access.api.Consents;
import health.chiron.access.api.SignConsent;
import health.chiron.access.api.WitnessConsent;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import health.chiron.rest.call.Paging;
import health.chiron.rest.patients.Animals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was signed for an animal, at the veterinary seed's addresses. */
@Path("/pets/{pet_id}/consents")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
public class PetConsentResource {
    @Inject
    private Consents consents;

    @Inject
    private Animals animals;

    /** List a pet's consents. Newest first; all of them for the owner, a clinic sees its own. */
    @GET
    public ConsentList listPetConsents(@PathParam("pet_id") PatientId petId, @BeanParam Paging paging) {
        return ConsentList.of(consents.ofPatient(animals.only(petId), paging.toPage()));
    }

    /** List what the owner of a pet can sign. The texts in force of a clinic; those about record access are signed at the desk. */
    @GET
    @Path("/to-sign/{clinic_id}")
    public TextsToSign listPetTextsToSign(
            @PathParam("pet_id") PatientId petId, @PathParam("clinic_id") ClinicId clinicId) {
        return new TextsToSign(consents.toSign(animals.only(petId), clinicId));
    }

    /** Sign a consent for a pet. By the owner; refused when the text was replaced since it was shown ({@code consent/text-replaced}). */
    @POST
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    public Response signPetConsent(@PathParam("pet_id") PatientId petId, SignConsent signature) {
        return signed(consents.sign(animals.only(petId), signature));
    }

    /**
     * Witness a consent for a pet. By the clinic that registered the pet, while the registration lasts. A text about record access
     * opens a grant for the clinic's doctors; the owner is told.
     */
    @POST
    @Path("/witnessed")
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    public Response witnessPetConsent(@PathParam("pet_id") PatientId petId, WitnessConsent signature) {
        return signed(consents.witness(animals.only(petId), signature));
    }

    private static Response signed(ConsentView consent) {
        return Response.created(URI.create("consents/" + consent.id()))
                .entity(consent)
                .build();
    }
}
