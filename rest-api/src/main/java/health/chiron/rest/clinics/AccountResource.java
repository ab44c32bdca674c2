package health.chiron.rest.clinics;

import health.chiron.access.api.AccountView;
import health.chiron.access.api.Clinics;
import health.chiron.access.api.NewAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts of people and programs that work here. */
@Path("/accounts")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clinics")
public class AccountResource {
    @Inject
    private Clinics clinics;

    /**
     * Add an account. For somebody who works at a clinic, or for the installation; owners come with their patients. Without a
     * password the person gets an invitation by mail.
     */
    @POST
    @APIResponseSchema(value = AccountView.class, responseCode = "201")
    public Response addAccount(NewAccount newAccount) {
        return Response.status(Response.Status.CREATED)
                .entity(clinics.addAccount(newAccount))
                .build();
    }
}
