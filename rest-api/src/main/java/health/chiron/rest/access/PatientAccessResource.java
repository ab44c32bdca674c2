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

/** Who may look at a patient, and how a clinic asks. */
@Path("/patients/{patient_id}/access")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class PatientAccessResource {
    @Inject
    private AccessRequests requests;

    @Inject
    private Grants grants;

    @Inject
    private Emergencies emergencies;

    @Inject
    private Disclosures disclosures;

    /** List a patient's grants. All of them or those of one status, the active ones first; a clinic sees its own. */
    @GET
    public GrantList listPatientGrants(
            @PathParam("patient_id") PatientId patientId,
            @QueryParam("status") GrantView.Status status,
            @BeanParam Paging paging) {
        return GrantList.of(grants.ofPatient(patientId, new GrantQuery(status, null, null), paging.toPage()));
    }

    /**
     * Request access. The owner gets a one-time code that names clinic, doctor, purpose and end; it lives ten minutes. Refused while
     * the owner's contact is unproven ({@code access/owner-contact-unproven}) and after too many wrong codes
     * ({@code access/codes-exhausted}).
     */
    @POST
    @Path("/request")
    @APIResponseSchema(value = AccessRequestView.class, responseCode = "201")
    public Response requestAccess(@PathParam("patient_id") PatientId patientId, RequestAccess request) {
        AccessRequestView view = requests.request(patientId, request);
        return Response.created(URI.create("access-requests/" + view.id()))
                .entity(view)
                .build();
    }

    /** Open access with the owner's code. For the clinic's latest open request ({@code access/code-wrong}, {@code access/codes-exhausted}). */
    @POST
    @Path("/grant")
    @APIResponseSchema(value = GrantView.class, responseCode = "201")
    public Response grantAccess(@PathParam("patient_id") PatientId patientId, GrantCode code) {
        return GrantOpened.answer(requests.redeemLatest(patientId, code.clinicId(), code.code()));
    }

    /** End a grant of a patient. By the owner or by the clinic that holds it; the clinic's next request is denied. */
    @POST
    @Path("/revoke")
    public GrantView revokeAccess(@PathParam("patient_id") PatientId patientId, GrantToEnd grant) {
        return grants.end(patientId, grant.grantId());
    }

    /** List a patient's requests for access. All of them for the owner, newest first; a clinic sees its own, a doctor those referred. */
    @GET
    @Path("/requests")
    public AccessRequestList listPatientRequests(
            @PathParam("patient_id") PatientId patientId, @BeanParam RequestFilter filter, @BeanParam Paging paging) {
        return AccessRequestList.of(requests.ofPatient(patientId, filter.toQuery(), paging.toPage()));
    }

    /**
     * Offer access. For the owner, to a clinic of their choice. The code stands in the answer, once; the owner hands it over, and the
     * clinic enters it within ten minutes ({@code access/codes-exhausted}, {@code access/requests-too-frequent}).
     */
    @POST
    @Path("/offer")
    @APIResponseSchema(value = OfferedCode.class, responseCode = "201")
    public Response offerAccess(@PathParam("patient_id") PatientId patientId, OfferAccess offer) {
        OfferedCode code = requests.offer(patientId, offer);
        return Response.created(URI.create("access-requests/" + code.request().id()))
                .entity(code)
                .build();
    }

    /**
     * Refer a patient. For a doctor with an open grant: a request at the other clinic that waits for thirty days. The owner is told, and says
     * yes or no.
     */
    @POST
    @Path("/refer")
    @APIResponseSchema(value = AccessRequestView.class, responseCode = "201")
    public Response referPatient(@PathParam("patient_id") PatientId patientId, Referral referral) {
        AccessRequestView view = requests.refer(patientId, referral);
        return Response.created(URI.create("access-requests/" + view.id()))
                .entity(view)
                .build();
    }

    /**
     * Open a patient's chart in an emergency. For a doctor whom the clinic lists for it, with a reason, for one hour. The owners are told at once,
     * and an administrator reviews it ({@code access/emergency-open}, {@code access/emergency-ended-by-owner}, {@code
     * access/emergency-needs-review}).
     */
    @POST
    @Path("/emergency")
    @APIResponseSchema(value = GrantView.class, responseCode = "201")
    public Response openInEmergency(@PathParam("patient_id") PatientId patientId, BreakGlass emergency) {
        return GrantOpened.answer(emergencies.open(patientId, emergency));
    }

    /**
     * Account for a patient's disclosures. To whom, when, what and why the record was shown; what the owner did is left out. As JSON or CSV (at most 10,000
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
    public Response accountForPatientDisclosures(
            @PathParam("patient_id") PatientId patientId, @BeanParam DisclosureSpan span, @Context Request request) {
        PatientId whose = patientId;
        return DisclosureAnswer.of(
                request,
                () -> disclosures.ofPatient(whose, span.toPeriod()),
                () -> disclosures.exportOfPatient(whose, span.toPeriod()),
                () -> disclosures.paperOfPatient(whose, span.toPeriod(), span.toLanguage(), span.toZone()));
    }
}
