package health.chiron.rest.directory;

import health.chiron.access.api.ClinicCard;
import health.chiron.access.api.ClinicDirectory;
import health.chiron.access.api.ListedClinic;
import health.chiron.domain.access.ClinicId;
import health.chiron.rest.call.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public directory of clinics. */
@Path("/directory/clinics")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directories")
public class ClinicDirectoryResource {
    @Inject
    private ClinicDirectory directory;

    /** Search clinics to choose from. Active ones, by name; for everybody who is signed in. */
    @GET
    public ClinicCardList searchClinicDirectory(
            @QueryParam("text") String text,
            @QueryParam("license_number") String licenseNumber,
            @QueryParam("verified") Boolean verified,
            @BeanParam Paging paging) {
        return ClinicCardList.of(directory.search(text, licenseNumber, verified, paging.toPage()));
    }

    /** Get a clinic's card. With the doctors who may be chosen there now. */
    @GET
    @Path("/{clinic_id}")
    public ClinicCard getClinicCard(@PathParam("clinic_id") ClinicId clinicId) {
        return directory.card(new ListedClinic(clinicId));
    }
}
