package health.chiron.rest.patients;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.AccessRequests;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.access.api.RequestAccess;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.PatientKind;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.PatientQuery;
import health.chiron.records.api.PatientView;
import health.chiron.records.api.Patients;
import health.chiron.records.api.VisitContent;
import health.chiron.records.api.VisitView;
import health.chiron.records.api.Visits;
import health.chiron.rest.access.GrantCode;
import health.chiron.rest.access.GrantList;
import health.chiron.rest.access.GrantOfPatient;
import health.chiron.rest.access.GrantToEnd;
import health.chiron.rest.call.Paging;
import health.chiron.rest.visits.VisitFilter;
import health.chiron.rest.visits.VisitList;
import health.chiron.rest.wire.Versions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The veterinary seed's addresses: patients, narrowed to animals. */
@Path("/pets")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pets")
public class PetResource {
    @Inject
    private Patients patients;

    @Inject
    private Animals animals;

    @Inject
    private Visits visits;

    @Inject
    private AccessRequests requests;

    @Inject
    private Grants grants;

    @Inject
    private GrantOfPatient grantOfPatient;

    /** List pets. The animals whom the account reaches now, by name. */
    @GET
    public PatientList listPets(
            @QueryParam("name") String name,
            @QueryParam("date_of_birth") LocalDate dateOfBirth,
            @BeanParam Paging paging) {
        PatientQuery query = new PatientQuery(name, dateOfBirth, PatientKind.ANIMAL);
        return PatientList.of(patients.list(query, paging.toPage()).page());
    }

    /** Get a pet. With demographics. */
    @GET
    @Path("/{pet_id}")
    public Response getPet(@PathParam("pet_id") PatientId petId) {
        PatientView pet = patients.get(petId);
        if (pet.data().kind() != PatientKind.ANIMAL) {
            throw Refusal.notFound();
        }
        return Versions.ok(pet, pet.version());
    }

    /** List a pet's records. Newest first; drafts only for their author. */
    @GET
    @Path("/{pet_id}/medical-records")
    public VisitList listPetRecords(
            @PathParam("pet_id") PatientId petId, @BeanParam VisitFilter filter, @BeanParam Paging paging) {
        return VisitList.of(visits.ofPatient(animals.only(petId), filter.toQuery(), paging.toPage())
                .page());
    }

    /** Begin a pet's record. As a draft that only its author sees; for a doctor with an active grant. */
    @POST
    @Path("/{pet_id}/medical-records")
    public Response beginPetRecord(@PathParam("pet_id") PatientId petId, VisitContent content) {
        VisitView visit = visits.draft(animals.only(petId), content);
        return Versions.created("medical-records/" + visit.id(), visit, visit.version());
    }

    /** List a pet's grants. All of them for the owner, the active ones first; a clinic sees its own. */
    @GET
    @Path("/{pet_id}/access")
    public GrantList listPetGrants(@PathParam("pet_id") PatientId petId, @BeanParam Paging paging) {
        return GrantList.of(grants.ofPatient(animals.only(petId), paging.toPage()));
    }

    /** Request access to a pet. The owner gets a one-time code that names clinic, doctor, purpose and end; it lives ten minutes. */
    @POST
    @Path("/{pet_id}/access/request")
    public Response requestPetAccess(@PathParam("pet_id") PatientId petId, RequestAccess request) {
        AccessRequestView view = requests.request(petId, request);
        return Response.created(URI.create("access-requests/" + view.id()))
                .entity(view)
                .build();
    }

    /** Open access to a pet with the owner's code. For the clinic's latest open request ({@code access/code-wrong}). */
    @POST
    @Path("/{pet_id}/access/grant")
    public GrantView grantPetAccess(@PathParam("pet_id") PatientId petId, GrantCode code) {
        return requests.redeemLatest(petId, code.clinicId(), code.code());
    }

    /** End a grant of a pet. By the owner or by the clinic that holds it; the clinic's next request is denied. */
    @POST
    @Path("/{pet_id}/access/revoke")
    public GrantView revokePetAccess(@PathParam("pet_id") PatientId petId, GrantToEnd grant) {
        return grantOfPatient.end(animals.only(petId), grant.grantId());
    }
}
