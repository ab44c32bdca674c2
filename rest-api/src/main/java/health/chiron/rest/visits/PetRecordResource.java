package health.chiron.rest.visits;

import health.chiron.domain.records.PatientId;
import health.chiron.records.api.VisitContent;
import health.chiron.records.api.VisitView;
import health.chiron.records.api.Visits;
import health.chiron.rest.call.Paging;
import health.chiron.rest.patients.Animals;
import health.chiron.rest.wire.Versions;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The visit records of one animal, at the veterinary seed's addresses. */
@Path("/pets/{pet_id}/medical-records")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pets")
public class PetRecordResource {
    @Inject
    private Visits visits;

    @Inject
    private Animals animals;

    /** List a pet's records. Newest first; drafts only for their author. */
    @GET
    public VisitList listPetRecords(
            @PathParam("pet_id") PatientId petId, @BeanParam VisitFilter filter, @BeanParam Paging paging) {
        return VisitList.of(visits.ofPatient(animals.only(petId), filter.toQuery(), paging.toPage())
                .page());
    }

    /** Begin a pet's record. As a draft that only its author sees; for a doctor with an active grant. */
    @POST
    @APIResponseSchema(value = VisitView.class, responseCode = "201")
    public Response beginPetRecord(@PathParam("pet_id") PatientId petId, VisitContent content) {
        VisitView visit = visits.draft(animals.only(petId), content);
        return Versions.created("medical-records/" + visit.id(), visit, visit.version());
    }
}
