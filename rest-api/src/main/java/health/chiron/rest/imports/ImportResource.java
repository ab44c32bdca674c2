package health.chiron.rest.imports;

import health.chiron.domain.access.ClinicId;
import health.chiron.interop.api.ImportFile;
import health.chiron.interop.api.ImportReport;
import health.chiron.interop.api.Imports;
import health.chiron.rest.call.TakesUpTo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records of other systems. */
@Path("/imports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportResource {
    /** FHIR in JSON, as FHIR R4 names it. */
    static final String FHIR_JSON = "application/fhir+json";

    @Inject
    private Imports imports;

    /**
     * Import a file. One FHIR R4 Bundle in JSON, up to 64 MB; for integrators, in the name of their clinic. Taken whole or not at
     * all; the same file a second time changes nothing. Patients, practitioners, organisations, encounters and conditions come
     * in; everything else is counted by type.
     */
    @POST
    @Consumes({FHIR_JSON, MediaType.APPLICATION_JSON})
    @TakesUpTo(ImportFile.MOST_BYTES)
    public ImportReport importFile(
            @QueryParam("clinic_id") ClinicId clinicId,
            @QueryParam("file_name") String fileName,
            @RequestBody(
                            required = true,
                            content = @Content(mediaType = FHIR_JSON, schema = @Schema(type = SchemaType.OBJECT)))
                    InputStream bundle)
            throws IOException {
        // Read to its end first: nobody's slow line is to hold a transaction open.
        byte[] content = bundle.readAllBytes();
        return imports.take(new ImportFile(clinicId, fileName, new ByteArrayInputStream(content)));
    }
}
