package health.chiron.rest.clinics;

import health.chiron.access.api.AccountCorrection;
import health.chiron.access.api.AccountView;
import health.chiron.access.api.Clinics;
import health.chiron.access.api.Deactivation;
import health.chiron.access.api.ManagedAccount;
import health.chiron.access.api.ManagedAccounts;
import health.chiron.access.api.NewAccount;
import health.chiron.access.api.SecondFactorPolicy;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.SessionId;
import health.chiron.rest.call.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
@Tag(name = "Accounts")
public class AccountResource {
    @Inject
    private Clinics clinics;

    @Inject
    private ManagedAccounts people;

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

    /**
     * List accounts. By name: all of them for platform administrators, for a clinic's administrator those who work there;
     * {@code search} is a part of the name, the sign-in name or the mail address.
     */
    @GET
    public AccountList listAccounts(@BeanParam AccountFilter filter, @BeanParam Paging paging) {
        return AccountList.of(people.list(filter.toQuery(), paging.toPage()));
    }

    /** Get an account. How it stands, for administrators. */
    @GET
    @Path("/{account_id}")
    public ManagedAccount getAccount(@PathParam("account_id") AccountId accountId) {
        return people.get(accountId);
    }

    /**
     * Correct an account. The name always; mail address and telephone, whole, only while the account waits for its holder: the
     * invitation then goes out anew, and the link sent before does not work any more. Later contacts are the holder's own
     * ({@code account/contact-is-holders}).
     */
    @PUT
    @Path("/{account_id}")
    public ManagedAccount correctAccount(@PathParam("account_id") AccountId accountId, AccountCorrection correction) {
        return people.correct(accountId, correction);
    }

    /** Send an invitation anew. The link that was sent before does not work any more. */
    @POST
    @Path("/{account_id}/invitation")
    @Consumes(MediaType.WILDCARD)
    public ManagedAccount resendInvitation(@PathParam("account_id") AccountId accountId) {
        return people.resendInvitation(accountId);
    }

    /**
     * Deactivate an account. Its sessions and tokens end at once, open links and codes die, what it owns stays its own. The last
     * active platform administrator stays ({@code account/last-administrator}).
     */
    @POST
    @Path("/{account_id}/deactivate")
    public ManagedAccount deactivateAccount(@PathParam("account_id") AccountId accountId, Deactivation deactivation) {
        return people.deactivate(accountId, deactivation);
    }

    /** Take an account into use again. */
    @POST
    @Path("/{account_id}/reactivate")
    @Consumes(MediaType.WILDCARD)
    public ManagedAccount reactivateAccount(@PathParam("account_id") AccountId accountId) {
        return people.activate(accountId);
    }

    /** Unlock an account. Ends the pause that failed sign-ins have brought. */
    @POST
    @Path("/{account_id}/unlock")
    @Consumes(MediaType.WILDCARD)
    public ManagedAccount unlockAccount(@PathParam("account_id") AccountId accountId) {
        return people.unlock(accountId);
    }

    /** Require a new password. Sessions end at once; nothing can be done before the password is changed. */
    @POST
    @Path("/{account_id}/require-password-change")
    @Consumes(MediaType.WILDCARD)
    public ManagedAccount requirePasswordChange(@PathParam("account_id") AccountId accountId) {
        return people.requireNewPassword(accountId);
    }

    /** List the open sessions of an account. The latest used first; for administrators who may change the account. */
    @GET
    @Path("/{account_id}/sessions")
    public AccountSessionList listSessionsOfAccount(@PathParam("account_id") AccountId accountId) {
        return new AccountSessionList(people.sessions(accountId));
    }

    /** End one session of an account. With its tokens. */
    @DELETE
    @Path("/{account_id}/sessions/{session_id}")
    public void endSessionOfAccount(
            @PathParam("account_id") AccountId accountId, @PathParam("session_id") SessionId sessionId) {
        people.endSession(accountId, sessionId);
    }

    /** End all sessions of an account. Portal and API, tokens included. */
    @DELETE
    @Path("/{account_id}/sessions")
    public ManagedAccount endSessionsOfAccount(@PathParam("account_id") AccountId accountId) {
        return people.endSessions(accountId);
    }

    /** Remove a second factor that was lost. Sessions end, and the holder is told. */
    @DELETE
    @Path("/{account_id}/second-factor")
    public ManagedAccount removeSecondFactor(@PathParam("account_id") AccountId accountId) {
        return people.removeSecondFactor(accountId);
    }

    /** Get for whom a second factor is required. The kinds of account; for platform administrators. */
    @GET
    @Path("/second-factor-policy")
    public SecondFactorPolicy getSecondFactorPolicy() {
        return people.secondFactorPolicy();
    }

    /**
     * Say for whom a second factor is required. Accounts of these kinds without one lose their sessions and set one up at the next
     * sign-in. For platform administrators.
     */
    @PUT
    @Path("/second-factor-policy")
    public SecondFactorPolicy setSecondFactorPolicy(SecondFactorPolicy policy) {
        return people.requireSecondFactor(policy);
    }
}
