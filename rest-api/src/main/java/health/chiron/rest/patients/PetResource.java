package health.chiron.rest.patients;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.PatientKind;
import health.chiron.records.api.PatientQuery;
import health.chiron.records.api.PatientView;
import health.chiron.records.api.Patients;
import health.chiron.rest.call.Paging;
import health.chiron.rest.wire.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The veterinary seed's addresses: patients, narrowed to animals. */
@Path("/pets")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pets")
public class PetResource {
    @Inject
    private Patients patients;

    @Inject
    private Animals animals;

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
    @APIResponseSchema(value = PatientView.class, responseCode = "200")
    public Response getPet(@PathParam("pet_id") PatientId petId) {
        PatientView pet = patients.get(animals.only(petId));
        return Versions.ok(pet, pet.version());
    }
}
