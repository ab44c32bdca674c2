package health.chiron.rest.directory;

import health.chiron.access.api.Pharmacies;
import health.chiron.access.api.PharmacyData;
import health.chiron.access.api.PharmacyQuery;
import health.chiron.access.api.PharmacyView;
import health.chiron.domain.access.PharmacyId;
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

/** The shared directory of pharmacies. */
@Path("/pharmacies")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directories")
public class PharmacyResource {
    @Inject
    private Pharmacies pharmacies;

    /** Search pharmacies. By name; for everybody who is signed in. */
    @GET
    public PharmacyList searchPharmacies(
            @QueryParam("name") String name,
            @QueryParam("city") String city,
            @QueryParam("zip_code") String zipCode,
            @QueryParam("twenty_four_hour") Boolean twentyFourHour,
            @QueryParam("drive_through") Boolean driveThrough,
            @QueryParam("active") Boolean active,
            @BeanParam Paging paging) {
        return PharmacyList.of(pharmacies.search(
                new PharmacyQuery(name, city, zipCode, twentyFourHour, driveThrough, active), paging.toPage()));
    }

    /** Get a pharmacy. */
    @GET
    @Path("/{pharmacy_id}")
    @APIResponseSchema(value = PharmacyView.class, responseCode = "200")
    public Response getPharmacy(@PathParam("pharmacy_id") PharmacyId pharmacyId) {
        PharmacyView pharmacy = pharmacies.get(pharmacyId);
        return Versions.ok(pharmacy, pharmacy.version());
    }

    /** Add a pharmacy. For administrators of clinics and of the platform. */
    @POST
    @APIResponseSchema(value = PharmacyView.class, responseCode = "201")
    public Response addPharmacy(PharmacyData entry) {
        PharmacyView pharmacy = pharmacies.add(entry);
        return Versions.created("pharmacies/" + pharmacy.id(), pharmacy, pharmacy.version());
    }

    /** Change a pharmacy. For administrators of clinics and of the platform. */
    @PUT
    @Path("/{pharmacy_id}")
    @APIResponseSchema(value = PharmacyView.class, responseCode = "200")
    public Response changePharmacy(
            @PathParam("pharmacy_id") PharmacyId pharmacyId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            PharmacyData entry) {
        PharmacyView pharmacy = pharmacies.change(pharmacyId, Versions.required(version), entry);
        return Versions.ok(pharmacy, pharmacy.version());
    }
}
