package health.chiron.rest.audit;

import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.AuditTrail;
import health.chiron.access.api.ChainReport;
import health.chiron.access.api.DisclosureAccount;
import health.chiron.access.api.DisclosureQuery;
import health.chiron.access.api.Disclosures;
import health.chiron.access.api.Oversight;
import health.chiron.access.api.OversightView;
import health.chiron.access.api.Verification;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import health.chiron.rest.call.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The access log as a whole. */
@Path("/audit")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {
    @Inject
    private AuditTrail auditTrail;

    @Inject
    @ConfigProperty(name = "chiron.public.url")
    private String house;

    @Inject
    private Disclosures disclosures;

    @Inject
    private Oversight oversight;

    /**
     * Search the access log. Newest first, or sorted by a column; for auditors. Sorted by anything but the time, a span of at most 92 days,
     * a patient, a person, a grant or a request has to be named.
     */
    @GET
    public AccessLog searchAccessLog(@BeanParam AuditFilter filter, @BeanParam Paging paging) {
        return AccessLog.of(auditTrail.search(filter.toQuery(), paging.toPage()));
    }

    /** Export the access log. What a search finds as comma-separated values, or as FHIR AuditEvents one a line, newest first, at most 200,000 entries; for auditors. */
    @GET
    @Path("/export")
    @Produces({LogExport.CSV, LogExport.FHIR})
    @APIResponse(
            responseCode = "200",
            description = "The entries, one a line.",
            content = {
                @Content(mediaType = LogExport.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = LogExport.FHIR, schema = @Schema(type = SchemaType.STRING))
            })
    public Response exportAccessLog(@BeanParam AuditFilter filter, @Context Request request) {
        AuditQuery query = filter.toQuery();
        return LogExport.answer(request, house, after -> auditTrail.export(query, after));
    }

    /**
     * Account for the disclosures of a patient. To whom, when, what and why the record was shown, as JSON or CSV (at most 10,000 entries) or as
     * PDF (at most 2,000); for auditors, without the patient's name.
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
    public Response accountForAnybody(
            @QueryParam("patient_id") PatientId patientId, @BeanParam DisclosureSpan span, @Context Request request) {
        DisclosureQuery query = new DisclosureQuery(patientId, span.toPeriod());
        return DisclosureAnswer.of(
                request,
                () -> disclosures.ofAnybody(query),
                () -> disclosures.exportOfAnybody(query),
                () -> disclosures
                        .paperOfAnybody(query, span.toLanguage(), span.toZone())
                        .pdf());
    }

    /**
     * Get the access log from above. Entries for each day by outcome, and what is unlike the usual: emergency accesses, many more patients than
     * usual, bursts of refusals, accesses outside the hours, exports. At most 92 days; for auditors.
     */
    @GET
    @Path("/oversight")
    public OversightView getOversight(@BeanParam OversightSpan span) {
        return oversight.ofAll(span.toPeriod());
    }

    /** Verify the access log. Reads the whole chain again and says whether it holds, or names the first entry that does not; for auditors. */
    @POST
    @Path("/verify")
    @Consumes(MediaType.WILDCARD)
    public ChainReport verifyAccessLog() {
        return auditTrail.verify();
    }

    /**
     * Start a verification of the access log. It goes on by itself, in parts, however long the log is; for auditors. One runs at a time
     * ({@code audit/verification-runs}).
     */
    @POST
    @Path("/verifications")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = Verification.class, responseCode = "201")
    public Response startVerification() {
        return Response.created(URI.create("audit/verifications/latest"))
                .entity(auditTrail.startVerification())
                .build();
    }

    /** Get the latest verification of the access log. How far it is, or what it found; for auditors. */
    @GET
    @Path("/verifications/latest")
    public Verification getLatestVerification() {
        return auditTrail.verification().orElseThrow(Refusal::notFound);
    }

    /** List published heads of the log. What was signed and kept outside the database, newest first; for auditors. */
    @GET
    @Path("/heads")
    public HeadList listPublishedHeads() {
        return new HeadList(auditTrail.heads());
    }
}
