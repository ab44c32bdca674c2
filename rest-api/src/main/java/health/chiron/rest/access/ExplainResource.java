package health.chiron.rest.access;

import health.chiron.access.api.Explanation;
import health.chiron.access.api.Explanations;
import health.chiron.access.api.PolicyExample;
import health.chiron.domain.access.PolicyExampleId;
import health.chiron.rest.call.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Why somebody may do something, or may not. */
@Path("/access")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class ExplainResource {
    @Inject
    private Explanations explanations;

    /**
     * Explain access. May this person do this to this patient now, by which rule and relationship, and which rules lost? Asked by owners and
     * auditors about anybody, by a clinic's administrators about its people, by others about themselves ({@code access/explain-others}).
     * Without {@code account_id} it is about whoever asks.
     */
    @GET
    @Path("/explain")
    public Explanation explainAccess(@BeanParam ExplainQuery query) {
        return explanations.explain(query.patient(), query.toQuestion());
    }

    /** List the policy's examples. Those in use, newest first, each with whether the present policy holds to it; for auditors. */
    @GET
    @Path("/examples")
    public PolicyExampleList listPolicyExamples(@BeanParam Paging paging) {
        return PolicyExampleList.of(explanations.examples(paging.toPage()));
    }

    /**
     * Keep an example. A later policy that would answer it differently is not taken into service; for auditors. The answer has to be the
     * present one ({@code policy/example-does-not-hold}).
     */
    @POST
    @Path("/examples")
    @APIResponseSchema(value = PolicyExample.class, responseCode = "201")
    public Response keepPolicyExample(PolicyExampleToKeep example) {
        PolicyExample kept = explanations.keep(example.patientId(), example.toExample());
        return Response.created(URI.create("access/examples/" + kept.id()))
                .entity(kept)
                .build();
    }

    /** Retire an example. It is not asked any more; for auditors. */
    @DELETE
    @Path("/examples/{example_id}")
    public PolicyExample retirePolicyExample(@PathParam("example_id") PolicyExampleId exampleId) {
        return explanations.retire(exampleId);
    }
}
