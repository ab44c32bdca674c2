package health.chiron.rest.access;

import health.chiron.access.api.BlockView;
import health.chiron.access.api.Blocks;
import health.chiron.access.api.NewBlock;
import health.chiron.domain.records.PatientId;
import health.chiron.rest.call.Paging;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom the owner of a patient keeps out. */
@Path("/patients/{patient_id}/blocks")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class PatientBlockResource {
    @Inject
    private Blocks blocks;

    /** List a patient's blocks. Those that stand first, then newest first; for the owner. */
    @GET
    public BlockList listBlocks(@PathParam("patient_id") PatientId patientId, @BeanParam Paging paging) {
        return BlockList.of(blocks.ofPatient(patientId, paging.toPage()));
    }

    /** List whom the owner of a patient may keep out. People of the log and of clinics with access, by name. */
    @GET
    @Path("/candidates")
    public BlockCandidateList listBlockCandidates(@PathParam("patient_id") PatientId patientId) {
        return new BlockCandidateList(blocks.candidates(patientId));
    }

    /** Keep somebody out of a patient's record. A person or a clinic, from the next request on ({@code access/block-stands}). */
    @POST
    @APIResponseSchema(value = BlockView.class, responseCode = "201")
    public Response blockAccess(@PathParam("patient_id") PatientId patientId, NewBlock block) {
        BlockView set = blocks.block(patientId, block);
        return Response.created(URI.create("blocks/" + set.id())).entity(set).build();
    }
}
