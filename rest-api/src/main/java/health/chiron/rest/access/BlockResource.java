package health.chiron.rest.access;

import health.chiron.access.api.BlockView;
import health.chiron.access.api.Blocks;
import health.chiron.domain.access.BlockId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single blocks. */
@Path("/blocks/{block_id}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class BlockResource {
    @Inject
    private Blocks blocks;

    /** Lift a block. By the owner; what was granted before and has not run out opens again ({@code access/block-lifted}). */
    @DELETE
    public BlockView liftBlock(@PathParam("block_id") BlockId blockId) {
        return blocks.lift(blockId);
    }
}
