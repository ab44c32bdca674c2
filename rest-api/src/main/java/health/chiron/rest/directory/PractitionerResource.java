package health.chiron.rest.directory;

import health.chiron.access.api.PractitionerData;
import health.chiron.access.api.PractitionerQuery;
import health.chiron.access.api.PractitionerView;
import health.chiron.access.api.Practitioners;
import health.chiron.domain.access.PractitionerId;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The shared directory of practitioners. */
@Path("/practitioners")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directories")
public class PractitionerResource {
    @Inject
    private Practitioners practitioners;

    /** Search practitioners. By name; for everybody who is signed in. */
    @GET
    public PractitionerList searchPractitioners(
            @QueryParam("name") String name,
            @QueryParam("specialty") String specialty,
            @QueryParam("practice") String practice,
            @QueryParam("active") Boolean active,
            @BeanParam Paging paging) {
        return PractitionerList.of(
                practitioners.search(new PractitionerQuery(name, specialty, practice, active), paging.toPage()));
    }

    /** Get a practitioner. */
    @GET
    @Path("/{practitioner_id}")
    @APIResponseSchema(value = PractitionerView.class, responseCode = "200")
    public Response getPractitioner(@PathParam("practitioner_id") PractitionerId practitionerId) {
        PractitionerView practitioner = practitioners.get(practitionerId);
        return Versions.ok(practitioner, practitioner.version());
    }

    /** Add a practitioner. For administrators of clinics and of the platform. */
    @POST
    @APIResponseSchema(value = PractitionerView.class, responseCode = "201")
    public Response addPractitioner(PractitionerData entry) {
        PractitionerView practitioner = practitioners.add(entry);
        return Versions.created("practitioners/" + practitioner.id(), practitioner, practitioner.version());
    }

    /** Change a practitioner. For administrators of clinics and of the platform. */
    @PUT
    @Path("/{practitioner_id}")
    @APIResponseSchema(value = PractitionerView.class, responseCode = "200")
    public Response changePractitioner(
            @PathParam("practitioner_id") PractitionerId practitionerId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            PractitionerData entry) {
        PractitionerView practitioner = practitioners.change(practitionerId, Versions.required(version), entry);
        return Versions.ok(practitioner, practitioner.version());
    }

    /**
     * Merge a double entry into this one. What this one leaves open is filled from the other, which leaves the lists and stays for
     * the records that name it; for platform administrators.
     */
    @POST
    @Path("/{practitioner_id}/merge")
    @APIResponseSchema(value = PractitionerView.class, responseCode = "200")
    public Response mergePractitioners(
            @PathParam("practitioner_id") PractitionerId practitionerId, DuplicateEntry duplicate) {
        PractitionerView kept = practitioners.merge(practitionerId, duplicate.duplicateId());
        return Versions.ok(kept, kept.version());
    }
}
