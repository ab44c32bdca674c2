package health.chiron.rest.visits;

import health.chiron.domain.records.VisitId;
import health.chiron.records.api.NewAddendum;
import health.chiron.records.api.VisitContent;
import health.chiron.records.api.VisitView;
import health.chiron.records.api.Visits;
import health.chiron.rest.call.Paging;
import health.chiron.rest.wire.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single visit records. */
@Path("/medical-records")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Medical records")
public class MedicalRecordResource {
    @Inject
    private Visits visits;

    /** List own drafts. Those that are still open to their author, last changed first. */
    @GET
    @Path("/drafts")
    public VisitList listOwnDrafts(@BeanParam Paging paging) {
        return VisitList.of(visits.myDrafts(paging.toPage()).page());
    }

    /** Get a record. With its addenda. */
    @GET
    @Path("/{record_id}")
    @APIResponseSchema(value = VisitView.class, responseCode = "200")
    public Response getRecord(@PathParam("record_id") VisitId recordId) {
        VisitView visit = visits.get(recordId);
        return Versions.ok(visit, visit.version());
    }

    /** Change a draft. Replaces its content; for its author. A signed record does not change any more ({@code records/visit-signed}). */
    @PUT
    @Path("/{record_id}")
    @APIResponseSchema(value = VisitView.class, responseCode = "200")
    public Response changeDraft(
            @PathParam("record_id") VisitId recordId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            VisitContent content) {
        VisitView visit = visits.change(recordId, Versions.required(version), content);
        return Versions.ok(visit, visit.version());
    }

    /** Sign a draft. For good, and for its author. Needs a complaint, a diagnosis or notes ({@code records/visit-empty}). */
    @POST
    @Path("/{record_id}/sign")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = VisitView.class, responseCode = "200")
    public Response signRecord(
            @PathParam("record_id") VisitId recordId, @HeaderParam(HttpHeaders.IF_MATCH) String version) {
        VisitView visit = visits.sign(recordId, Versions.required(version));
        return Versions.ok(visit, visit.version());
    }

    /** Add an addendum. A later word on a signed record; the record itself stays as it was signed. */
    @POST
    @Path("/{record_id}/addenda")
    @APIResponseSchema(value = VisitView.class, responseCode = "201")
    public Response addAddendum(@PathParam("record_id") VisitId recordId, NewAddendum addendum) {
        VisitView visit = visits.addAddendum(recordId, addendum);
        return Versions.created("medical-records/" + visit.id(), visit, visit.version());
    }
}
