package health.chiron.rest.clients;

import health.chiron.access.api.ApiClientView;
import health.chiron.access.api.ApiClients;
import health.chiron.access.api.ClientApproval;
import health.chiron.access.api.ClientReason;
import health.chiron.access.api.IssuedCredential;
import health.chiron.access.api.NewApiClient;
import health.chiron.access.api.NewClientCredential;
import health.chiron.domain.access.ApiClientId;
import health.chiron.domain.access.ClientState;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.CredentialId;
import health.chiron.domain.access.SessionId;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Programs of integrators, from the registration to the end (docs/integrators.md). */
@Path("/clients")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Integrations")
public class ClientResource {
    @Inject
    private ApiClients clients;

    /**
     * List programs. For a clinic's administrators those of the clinic that {@code clinic_id} names; for platform administrators those
     * of the whole house, the waiting ones first, unless they name a clinic. {@code state} is for the whole house only.
     */
    @GET
    public ClientList listClients(
            @QueryParam("clinic_id") ClinicId clinicId,
            @QueryParam("state") ClientState state,
            @BeanParam Paging paging) {
        return ClientList.of(
                clinicId == null ? clients.all(state, paging.toPage()) : clients.ofClinic(clinicId, paging.toPage()));
    }

    /**
     * Register a program. For a clinic's administrators who hold the right for integrations. It waits until a platform administrator
     * lets it in; its {@code id} is the {@code client_id}.
     */
    @POST
    @APIResponseSchema(value = ApiClientView.class, responseCode = "201")
    public Response registerClient(NewApiClient client) {
        ApiClientView registered = clients.register(client);
        return Versions.created("clients/" + registered.id(), registered, registered.version());
    }

    /** Get a program. For its clinic's administrators and for platform administrators. */
    @GET
    @Path("/{client_id}")
    @APIResponseSchema(value = ApiClientView.class, responseCode = "200")
    public Response getClient(@PathParam("client_id") ApiClientId clientId) {
        return ok(clients.get(clientId));
    }

    /**
     * Let a program in. For platform administrators, but never for whoever registered it. It is allowed all the scopes that it wants,
     * or those of them that the body names.
     */
    @POST
    @Path("/{client_id}/approve")
    @APIResponseSchema(value = ApiClientView.class, responseCode = "200")
    public Response approveClient(
            @PathParam("client_id") ApiClientId clientId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            ClientApproval approval) {
        return ok(clients.approve(clientId, Versions.required(version), approval));
    }

    /** Refuse a program. For platform administrators, for good. */
    @POST
    @Path("/{client_id}/refuse")
    @APIResponseSchema(value = ApiClientView.class, responseCode = "200")
    public Response refuseClient(
            @PathParam("client_id") ApiClientId clientId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            ClientReason reason) {
        return ok(clients.refuse(clientId, Versions.required(version), reason));
    }

    /** Hold a program back. Its tokens stop working with this answer; it gets none until it is resumed. */
    @POST
    @Path("/{client_id}/suspend")
    @APIResponseSchema(value = ApiClientView.class, responseCode = "200")
    public Response suspendClient(
            @PathParam("client_id") ApiClientId clientId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            ClientReason reason) {
        return ok(clients.suspend(clientId, Versions.required(version), reason));
    }

    /** Let a program go on. What the platform holds back only the platform lets go on. */
    @POST
    @Path("/{client_id}/resume")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = ApiClientView.class, responseCode = "200")
    public Response resumeClient(
            @PathParam("client_id") ApiClientId clientId, @HeaderParam(HttpHeaders.IF_MATCH) String version) {
        return ok(clients.resume(clientId, Versions.required(version)));
    }

    /** End a program. For good; its tokens stop working with this answer. */
    @POST
    @Path("/{client_id}/revoke")
    @APIResponseSchema(value = ApiClientView.class, responseCode = "200")
    public Response revokeClient(
            @PathParam("client_id") ApiClientId clientId,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            ClientReason reason) {
        return ok(clients.revoke(clientId, Versions.required(version), reason));
    }

    /**
     * Add a credential. Up to five hold at a time, so that a new one is in use before the old one goes. A secret stands in this answer
     * and is never shown again; of a key pair the public half is registered.
     */
    @POST
    @Path("/{client_id}/credentials")
    @APIResponseSchema(value = IssuedCredential.class, responseCode = "201")
    public Response addCredential(@PathParam("client_id") ApiClientId clientId, NewClientCredential credential) {
        IssuedCredential issued = clients.addCredential(clientId, credential);
        return Response.created(URI.create("clients/" + clientId))
                .entity(issued)
                .build();
    }

    /** Retire a credential. Tokens that were got with it stop working with this answer. */
    @DELETE
    @Path("/{client_id}/credentials/{credential_id}")
    @APIResponseSchema(value = ApiClientView.class, responseCode = "200")
    public Response retireCredential(
            @PathParam("client_id") ApiClientId clientId, @PathParam("credential_id") CredentialId credentialId) {
        return ok(clients.retireCredential(clientId, credentialId));
    }

    /** List the open sessions of a program. One for each token that is out, the latest used first. */
    @GET
    @Path("/{client_id}/sessions")
    public ClientSessionList listSessionsOfClient(
            @PathParam("client_id") ApiClientId clientId, @BeanParam Paging paging) {
        return ClientSessionList.of(clients.sessions(clientId, paging.toPage()));
    }

    /** End one session of a program. Its token stops working with this answer. */
    @DELETE
    @Path("/{client_id}/sessions/{session_id}")
    public void endSessionOfClient(
            @PathParam("client_id") ApiClientId clientId, @PathParam("session_id") SessionId sessionId) {
        clients.endSession(clientId, sessionId);
    }

    /**
     * End all sessions of a program. Its tokens stop working with this answer; with a credential that holds it gets new ones: retire
     * what has leaked first.
     */
    @DELETE
    @Path("/{client_id}/sessions")
    @APIResponseSchema(value = ApiClientView.class, responseCode = "200")
    public Response endSessionsOfClient(@PathParam("client_id") ApiClientId clientId) {
        return ok(clients.endSessions(clientId));
    }

    private static Response ok(ApiClientView client) {
        return Versions.ok(client, client.version());
    }
}
