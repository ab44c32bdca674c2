package health.chiron.rest.access;

import health.chiron.access.api.BlockView;
import health.chiron.access.api.Blocks;
import health.chiron.access.api.NewBlock;
import health.chiron.domain.records.PatientId;
import health.chiron.rest.call.Paging;
import health.chiron.rest.patients.Animals;
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

/** Whom the owner of an animal keeps out, at the veterinary seed's addresses. */
@Path("/pets/{pet_id}/blocks")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class PetBlockResource {
    @Inject
    private Blocks blocks;

    @Inject
    private Animals animals;

    /** List a pet's blocks. Those that stand first, then newest first; for the owner. */
    @GET
    public BlockList listPetBlocks(@PathParam("pet_id") PatientId petId, @BeanParam Paging paging) {
        return BlockList.of(blocks.ofPatient(animals.only(petId), paging.toPage()));
    }

    /** List whom the owner of a pet may keep out. People of the log and of clinics with access, by name. */
    @GET
    @Path("/candidates")
    public BlockCandidateList listPetBlockCandidates(@PathParam("pet_id") PatientId petId) {
        return new BlockCandidateList(blocks.candidates(animals.only(petId)));
    }

    /** Keep somebody out of a pet's record. A person or a clinic, from the next request on ({@code access/block-stands}). */
    @POST
    @APIResponseSchema(value = BlockView.class, responseCode = "201")
    public Response blockPetAccess(@PathParam("pet_id") PatientId petId, NewBlock block) {
        BlockView set = blocks.block(animals.only(petId), block);
        return Response.created(URI.create("blocks/" + set.id())).entity(set).build();
    }
}
