package health.chiron.rest.access;

import health.chiron.access.api.ConsentView;
import health.chiron.access.api.Consents;
import health.chiron.access.api.SignConsent;
import health.chiron.access.api.WitnessConsent;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import health.chiron.rest.call.Paging;
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

/** What was signed for a patient. */
@Path("/patients/{patient_id}/consents")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consents")
public class PatientConsentResource {
    @Inject
    private Consents consents;

    /** List a patient's consents. Newest first; all of them for the owner, a clinic sees its own. */
    @GET
    public ConsentList listConsents(@PathParam("patient_id") PatientId patientId, @BeanParam Paging paging) {
        return ConsentList.of(consents.ofPatient(patientId, paging.toPage()));
    }

    /** List what the owner of a patient can sign. The texts in force of a clinic; those about record access are signed at the desk. */
    @GET
    @Path("/to-sign/{clinic_id}")
    public TextsToSign listTextsToSign(
            @PathParam("patient_id") PatientId patientId, @PathParam("clinic_id") ClinicId clinicId) {
        return new TextsToSign(consents.toSign(patientId, clinicId));
    }

    /** Sign a consent for a patient. By the owner; refused when the text was replaced since it was shown ({@code consent/text-replaced}). */
    @POST
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    public Response signConsent(@PathParam("patient_id") PatientId patientId, SignConsent signature) {
        return signed(consents.sign(patientId, signature));
    }

    /**
     * Witness a consent for a patient. By the clinic that registered the patient, while the registration lasts. A text about record access
     * opens a grant for the clinic's doctors; the owner is told.
     */
    @POST
    @Path("/witnessed")
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    public Response witnessConsent(@PathParam("patient_id") PatientId patientId, WitnessConsent signature) {
        return signed(consents.witness(patientId, signature));
    }

    private static Response signed(ConsentView consent) {
        return Response.created(URI.create("consents/" + consent.id()))
                .entity(consent)
                .build();
    }
}
