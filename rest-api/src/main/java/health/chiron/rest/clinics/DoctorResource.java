package health.chiron.rest.clinics;

import health.chiron.access.api.Clinics;
import health.chiron.access.api.DoctorView;
import health.chiron.access.api.NewDoctor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Doctors. */
@Path("/doctors")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinics")
public class DoctorResource {
    @Inject
    private Clinics clinics;

    /** Add a doctor. Account, profile and association with a clinic in one act; for its administrators and for platform administrators. */
    @POST
    @APIResponseSchema(value = DoctorView.class, responseCode = "201")
    public Response addDoctor(NewDoctor newDoctor) {
        DoctorView doctor = clinics.addDoctor(newDoctor);
        URI place = URI.create("clinics/" + newDoctor.clinicId() + "/doctors#" + doctor.id());
        return Response.created(place).entity(doctor).build();
    }
}
