package health.chiron.rest.clinics;

import health.chiron.access.api.Clinics;
import health.chiron.access.api.DoctorData;
import health.chiron.access.api.DoctorProfile;
import health.chiron.access.api.DoctorView;
import health.chiron.access.api.Doctors;
import health.chiron.access.api.ListedPerson;
import health.chiron.access.api.NewDoctor;
import health.chiron.domain.access.AccountId;
import health.chiron.rest.call.Paging;
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
import jakarta.ws.rs.core.HttpHeaders;
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

    @Inject
    private Doctors doctors;

    /** List doctors. Their public profiles, by name. */
    @GET
    public DoctorProfileList listAllDoctors(@BeanParam DoctorFilter filter, @BeanParam Paging paging) {
        return DoctorProfileList.of(doctors.search(filter.toQuery(), paging.toPage()));
    }

    /** Add a doctor. Account, profile and association with a clinic in one act; for its administrators and for platform administrators. */
    @POST
    @APIResponseSchema(value = DoctorView.class, responseCode = "201")
    public Response addDoctor(NewDoctor newDoctor) {
        DoctorView doctor = clinics.addDoctor(newDoctor);
        return Response.created(URI.create("doctors/" + doctor.id()))
                .entity(doctor)
                .build();
    }

    /** Get a doctor's profile. */
    @GET
    @Path("/{doctor_id}")
    @APIResponseSchema(value = DoctorProfile.class, responseCode = "200")
    public Response getDoctor(@PathParam("doctor_id") AccountId doctorId) {
        DoctorProfile doctor = doctors.get(new ListedPerson(doctorId));
        return Versions.ok(doctor, doctor.version());
    }

    /** Change the own profile. Each doctor keeps the own one; a new licence number takes the verification away. */
    @PUT
    @Path("/{doctor_id}")
    @APIResponseSchema(value = DoctorProfile.class, responseCode = "200")
    public Response changeDoctor(
            @PathParam("doctor_id") AccountId doctorId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            DoctorData profile) {
        DoctorProfile doctor = doctors.change(new ListedPerson(doctorId), Versions.required(version), profile);
        return Versions.ok(doctor, doctor.version());
    }

    /** Vouch for a doctor's licence. For platform administrators, on the ground of the version that they looked at. */
    @POST
    @Path("/{doctor_id}/verification")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = DoctorProfile.class, responseCode = "200")
    public Response verifyDoctor(
            @PathParam("doctor_id") AccountId doctorId, @HeaderParam(HttpHeaders.IF_MATCH) String version) {
        DoctorProfile doctor = doctors.verify(new ListedPerson(doctorId), Versions.required(version));
        return Versions.ok(doctor, doctor.version());
    }

    /** Take a doctor's verification away. For platform administrators. */
    @DELETE
    @Path("/{doctor_id}/verification")
    @APIResponseSchema(value = DoctorProfile.class, responseCode = "200")
    public Response withdrawDoctorVerification(@PathParam("doctor_id") AccountId doctorId) {
        DoctorProfile doctor = doctors.withdrawVerification(new ListedPerson(doctorId));
        return Versions.ok(doctor, doctor.version());
    }
}
