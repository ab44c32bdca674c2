package health.chiron.rest.access;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.BreakGlass;
import health.chiron.access.api.DisclosureAccount;
import health.chiron.access.api.Disclosures;
import health.chiron.access.api.Emergencies;
import health.chiron.access.api.GrantQuery;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.access.api.OfferAccess;
import health.chiron.access.api.OfferedCode;
import health.chiron.access.api.Referral;
import health.chiron.access.api.RequestAccess;
import health.chiron.domain.records.PatientId;
import health.chiron.rest.audit.DisclosureAnswer;
import health.chiron.rest.audit.DisclosureSpan;
import health.chiron.rest.audit.LogExport;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who may look at an animal, at the veterinary seed's addresses. */
@Path("/pets/{pet_id}/access")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pets")
public class PetAccessResource {
    @Inject
    private AccessRequests requests;

    @Inject
    private Grants grants;

    @Inject
    private Emergencies emergencies;

    @Inject
    private Disclosures disclosures;

    @Inject
    private Animals animals;

    /** List a pet's grants. All of them or those of one status, the active ones first; a clinic sees its own. */
    @GET
    public GrantList listPetGrants(
            @PathParam("pet_id") PatientId petId,
            @QueryParam("status") GrantView.Status status,
            @BeanParam Paging paging) {
        return GrantList.of(grants.ofPatient(animals.only(petId), new GrantQuery(status, null, null), paging.toPage()));
    }

    /** Request access to a pet. The owner gets a one-time code that names clinic, doctor, purpose and end; it lives ten minutes. */
    @POST
    @Path("/request")
    @APIResponseSchema(value = AccessRequestView.class, responseCode = "201")
    public Response requestPetAccess(@PathParam("pet_id") PatientId petId, RequestAccess request) {
        AccessRequestView view = requests.request(animals.only(petId), request);
        return Response.created(URI.create("access-requests/" + view.id()))
                .entity(view)
                .build();
    }

    /** Open access to a pet with the owner's code. For the clinic's latest open request ({@code access/code-wrong}). */
    @POST
    @Path("/grant")
    @APIResponseSchema(value = GrantView.class, responseCode = "201")
    public Response grantPetAccess(@PathParam("pet_id") PatientId petId, GrantCode code) {
        return GrantOpened.answer(requests.redeemLatest(animals.only(petId), code.clinicId(), code.code()));
    }

    /** End a grant of a pet. By the owner or by the clinic that holds it; the clinic's next request is denied. */
    @POST
    @Path("/revoke")
    public GrantView revokePetAccess(@PathParam("pet_id") PatientId petId, GrantToEnd grant) {
        return grants.end(animals.only(petId), grant.grantId());
    }

    /** List a pet's requests for access. All of them for the owner, newest first; a clinic sees its own, a doctor those referred. */
    @GET
    @Path("/requests")
    public AccessRequestList listPetRequests(
            @PathParam("pet_id") PatientId petId, @BeanParam RequestFilter filter, @BeanParam Paging paging) {
        return AccessRequestList.of(requests.ofPatient(animals.only(petId), filter.toQuery(), paging.toPage()));
    }

    /**
     * Offer access to a pet. For the owner, to a clinic of their choice. The code stands in the answer, once; the owner hands it over, and the
     * clinic enters it within ten minutes ({@code access/codes-exhausted}, {@code access/requests-too-frequent}).
     */
    @POST
    @Path("/offer")
    @APIResponseSchema(value = OfferedCode.class, responseCode = "201")
    public Response offerPetAccess(@PathParam("pet_id") PatientId petId, OfferAccess offer) {
        OfferedCode code = requests.offer(animals.only(petId), offer);
        return Response.created(URI.create("access-requests/" + code.request().id()))
                .entity(code)
                .build();
    }

    /**
     * Refer a pet. For a doctor with an open grant: a request at the other clinic that waits for thirty days. The owner is told, and says
     * yes or no.
     */
    @POST
    @Path("/refer")
    @APIResponseSchema(value = AccessRequestView.class, responseCode = "201")
    public Response referPet(@PathParam("pet_id") PatientId petId, Referral referral) {
        AccessRequestView view = requests.refer(animals.only(petId), referral);
        return Response.created(URI.create("access-requests/" + view.id()))
                .entity(view)
                .build();
    }

    /**
     * Open a pet's chart in an emergency. For a doctor whom the clinic lists for it, with a reason, for one hour. The owners are told at once,
     * and an administrator reviews it ({@code access/emergency-open}, {@code access/emergency-ended-by-owner}, {@code
     * access/emergency-needs-review}).
     */
    @POST
    @Path("/emergency")
    @APIResponseSchema(value = GrantView.class, responseCode = "201")
    public Response openPetInEmergency(@PathParam("pet_id") PatientId petId, BreakGlass emergency) {
        return GrantOpened.answer(emergencies.open(animals.only(petId), emergency));
    }

    /**
     * Account for a pet's disclosures. To whom, when, what and why the record was shown; what the owner did is left out. As JSON or CSV (at most 10,000
     * entries) or as PDF (at most 2,000). For the owner.
     */
    @GET
    @Path("/disclosures")
    @Produces({MediaType.APPLICATION_JSON, LogExport.CSV, DisclosureAnswer.PDF})
    @APIResponse(
            responseCode = "200",
            description = "The account.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DisclosureAccount.class)),
                @Content(mediaType = LogExport.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = DisclosureAnswer.PDF,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response accountForPetDisclosures(
            @PathParam("pet_id") PatientId petId, @BeanParam DisclosureSpan span, @Context Request request) {
        PatientId whose = animals.only(petId);
        return DisclosureAnswer.of(
                request,
                () -> disclosures.ofPatient(whose, span.toPeriod()),
                () -> disclosures.exportOfPatient(whose, span.toPeriod()),
                () -> disclosures.paperOfPatient(whose, span.toPeriod(), span.toLanguage(), span.toZone()));
    }
}
