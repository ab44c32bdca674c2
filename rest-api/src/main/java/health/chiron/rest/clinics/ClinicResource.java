package health.chiron.rest.clinics;

import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.AuditTrail;
import health.chiron.access.api.ClinicData;
import health.chiron.access.api.ClinicView;
import health.chiron.access.api.Clinics;
import health.chiron.access.api.Emergencies;
import health.chiron.access.api.GrantQuery;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.access.api.Oversight;
import health.chiron.access.api.OversightView;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.records.api.Visits;
import health.chiron.rest.access.AccessRequestList;
import health.chiron.rest.access.GrantList;
import health.chiron.rest.access.RequestFilter;
import health.chiron.rest.audit.AccessLog;
import health.chiron.rest.audit.ClinicLogFilter;
import health.chiron.rest.audit.LogExport;
import health.chiron.rest.audit.OversightSpan;
import health.chiron.rest.call.Paging;
import health.chiron.rest.visits.VisitFilter;
import health.chiron.rest.visits.VisitList;
import health.chiron.rest.wire.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Clinics, and what belongs to each of them. */
@Path("/clinics")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinics")
public class ClinicResource {
    @Inject
    private Clinics clinics;

    @Inject
    private AccessRequests requests;

    @Inject
    private Grants grants;

    @Inject
    private Emergencies emergencies;

    @Inject
    private Visits visits;

    @Inject
    private AuditTrail auditTrail;

    @Inject
    @ConfigProperty(name = "chiron.public.url")
    private String house;

    @Inject
    private Oversight oversight;

    /** List clinics. The clinics where the account works, by name; all of them for platform administrators. */
    @GET
    public ClinicList listClinics(@BeanParam ClinicFilter filter, @BeanParam Paging paging) {
        return ClinicList.of(clinics.list(filter.toQuery(), paging.toPage()));
    }

    /** Register a clinic. For platform administrators. */
    @POST
    @APIResponseSchema(value = ClinicView.class, responseCode = "201")
    public Response registerClinic(ClinicData profile) {
        ClinicView clinic = clinics.register(profile);
        return Versions.created("clinics/" + clinic.id(), clinic, clinic.version());
    }

    /** Get a clinic. For its members and for platform administrators. */
    @GET
    @Path("/{clinic_id}")
    @APIResponseSchema(value = ClinicView.class, responseCode = "200")
    public Response getClinic(@PathParam("clinic_id") ClinicId clinicId) {
        ClinicView clinic = clinics.get(clinicId);
        return Versions.ok(clinic, clinic.version());
    }

    /** Change a clinic's profile. For its administrators and for platform administrators. */
    @PUT
    @Path("/{clinic_id}")
    @APIResponseSchema(value = ClinicView.class, responseCode = "200")
    public Response changeClinic(
            @PathParam("clinic_id") ClinicId clinicId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            ClinicData profile) {
        ClinicView clinic = clinics.change(clinicId, Versions.required(version), profile);
        return Versions.ok(clinic, clinic.version());
    }

    /** Vouch for a clinic's licence. For platform administrators, on the ground of the version that they looked at. */
    @POST
    @Path("/{clinic_id}/verification")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = ClinicView.class, responseCode = "200")
    public Response verifyClinic(
            @PathParam("clinic_id") ClinicId clinicId, @HeaderParam(HttpHeaders.IF_MATCH) String version) {
        ClinicView clinic = clinics.verify(clinicId, Versions.required(version));
        return Versions.ok(clinic, clinic.version());
    }

    /** Take a clinic's verification away. For platform administrators. */
    @DELETE
    @Path("/{clinic_id}/verification")
    @APIResponseSchema(value = ClinicView.class, responseCode = "200")
    public Response withdrawClinicVerification(@PathParam("clinic_id") ClinicId clinicId) {
        ClinicView clinic = clinics.withdrawVerification(clinicId);
        return Versions.ok(clinic, clinic.version());
    }

    /** Close a clinic. From the next call on it opens nothing to anybody; for platform administrators. */
    @POST
    @Path("/{clinic_id}/deactivate")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = ClinicView.class, responseCode = "200")
    public Response deactivateClinic(@PathParam("clinic_id") ClinicId clinicId) {
        ClinicView clinic = clinics.deactivate(clinicId);
        return Versions.ok(clinic, clinic.version());
    }

    /** Open a clinic again. Grants that have not run out count again; for platform administrators. */
    @POST
    @Path("/{clinic_id}/activate")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = ClinicView.class, responseCode = "200")
    public Response activateClinic(@PathParam("clinic_id") ClinicId clinicId) {
        ClinicView clinic = clinics.activate(clinicId);
        return Versions.ok(clinic, clinic.version());
    }

    /** List a clinic's doctors. Those whom a request for access may name. */
    @GET
    @Path("/{clinic_id}/doctors")
    public DoctorList listDoctors(@PathParam("clinic_id") ClinicId clinicId) {
        return new DoctorList(clinics.doctors(clinicId));
    }

    /** List the records created at a clinic. Newest first; for its administrators. They stay readable when grants have ended. */
    @GET
    @Path("/{clinic_id}/records")
    public VisitList listClinicRecords(
            @PathParam("clinic_id") ClinicId clinicId, @BeanParam VisitFilter filter, @BeanParam Paging paging) {
        return VisitList.of(
                visits.ofClinic(clinicId, filter.toQuery(), paging.toPage()).page());
    }

    /** List a clinic's requests for access. Its own, the offers of owners and the referrals to it, newest first. */
    @GET
    @Path("/{clinic_id}/access-requests")
    public AccessRequestList listAccessRequests(
            @PathParam("clinic_id") ClinicId clinicId, @BeanParam RequestFilter filter, @BeanParam Paging paging) {
        return AccessRequestList.of(requests.ofClinic(clinicId, filter.toQuery(), paging.toPage()));
    }

    /** List what a doctor has referred. What became of the patients whom the account has sent on from this clinic, newest first. */
    @GET
    @Path("/{clinic_id}/referrals")
    public AccessRequestList listReferrals(@PathParam("clinic_id") ClinicId clinicId, @BeanParam Paging paging) {
        return AccessRequestList.of(requests.referred(clinicId, paging.toPage()));
    }

    /** List a clinic's grants. What access it holds or held, the active ones first. */
    @GET
    @Path("/{clinic_id}/grants")
    public GrantList listClinicGrants(
            @PathParam("clinic_id") ClinicId clinicId,
            @QueryParam("status") GrantView.Status status,
            @QueryParam("basis") GrantView.Basis basis,
            @QueryParam("doctor_id") AccountId doctorId,
            @BeanParam Paging paging) {
        return GrantList.of(grants.ofClinic(clinicId, new GrantQuery(status, basis, doctorId), paging.toPage()));
    }

    /** List a clinic's emergencies. Those without a judgement first; for its administrators. */
    @GET
    @Path("/{clinic_id}/emergencies")
    public GrantList listEmergencies(
            @PathParam("clinic_id") ClinicId clinicId,
            @QueryParam("waiting") Boolean waiting,
            @BeanParam Paging paging) {
        return GrantList.of(emergencies.ofClinic(clinicId, waiting, paging.toPage()));
    }

    /** Get a clinic's access log. What was done in the clinic's name, newest first, or sorted by a column; for its administrators. */
    @GET
    @Path("/{clinic_id}/audit")
    public AccessLog getClinicAccessLog(
            @PathParam("clinic_id") ClinicId clinicId, @BeanParam ClinicLogFilter filter, @BeanParam Paging paging) {
        return AccessLog.of(auditTrail.ofClinic(clinicId, filter.toQuery(), paging.toPage()));
    }

    /** Export a clinic's access log. What a search finds as comma-separated values, or as FHIR AuditEvents one a line, newest first, at most 200,000 entries; for its administrators. */
    @GET
    @Path("/{clinic_id}/audit/export")
    @Produces({LogExport.CSV, LogExport.FHIR})
    @APIResponse(
            responseCode = "200",
            description = "The entries, one a line.",
            content = {
                @Content(mediaType = LogExport.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = LogExport.FHIR, schema = @Schema(type = SchemaType.STRING))
            })
    public Response exportClinicAccessLog(
            @PathParam("clinic_id") ClinicId clinicId, @BeanParam ClinicLogFilter filter, @Context Request request) {
        AuditQuery query = filter.toQuery();
        return LogExport.answer(request, house, after -> auditTrail.exportOfClinic(clinicId, query, after));
    }

    /** Get a clinic's access log from above. Entries for each day by outcome, and what is unlike the usual. At most 92 days; for its administrators. */
    @GET
    @Path("/{clinic_id}/audit/oversight")
    public OversightView getClinicOversight(@PathParam("clinic_id") ClinicId clinicId, @BeanParam OversightSpan span) {
        return oversight.ofClinic(clinicId, span.toPeriod());
    }
}
