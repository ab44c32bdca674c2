package health.chiron.rest.auth;

import health.chiron.access.api.Activation;
import health.chiron.access.api.ClientSignIn;
import health.chiron.access.api.Credentials;
import health.chiron.access.api.ForgottenPassword;
import health.chiron.access.api.PasswordReset;
import health.chiron.access.api.RequiredChange;
import health.chiron.access.api.SignIn;
import health.chiron.access.api.TokenPair;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tokens for programs, and the account behind them. */
@Path("/auth")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class AuthResource {
    @Inject
    private SignIn signIn;

    @Inject
    private ClientSignIn programs;

    /**
     * Get tokens. Takes a sign-in name and password, a refresh token, or a registered program's credentials, as JSON or as a form. The access token lives for
     * minutes; the refresh token is exchanged once for the next pair. After ten failures in a row the account is locked for 15
     * minutes ({@code sign-in/locked}). Where the account has a second factor, its code comes as {@code totp}.
     *
     * <p>A program sends {@code grant_type=client_credentials} and proves itself in one of three ways: its id and a secret as HTTP
     * Basic, both in the body, or an assertion signed with its key. It gets an access token for five minutes and no refresh token;
     * {@code scope} asks for a part of what it is allowed. Failures have the member {@code error} of RFC 6749 besides.
     */
    @POST
    @Path("/token")
    @PermitAll
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    public TokenPair getTokens(TokenRequest request, @Context HttpHeaders headers) {
        return switch (request.grantType()) {
            case PASSWORD -> signIn.openApi(new Credentials(request.username(), request.password()), request.totp());
            case REFRESH_TOKEN -> signIn.refresh(request.refreshToken());
            case CLIENT_CREDENTIALS ->
                programs.open(ProgramsProof.of(request, headers.getHeaderString(HttpHeaders.AUTHORIZATION)));
        };
    }

    /**
     * Exchange a refresh token. Each refresh token works once. One that comes a second time ends its session, because somebody
     * else has a copy ({@code token/refresh-invalid}).
     */
    @POST
    @Path("/refresh")
    @PermitAll
    public TokenPair refreshTokens(RefreshToken token) {
        return signIn.refresh(token.refreshToken());
    }

    /** Revoke a refresh token. Ends its session, so that its access tokens stop working too. An unknown token is answered the same. */
    @POST
    @Path("/revoke")
    @PermitAll
    public void revokeToken(RefreshToken token) {
        signIn.revoke(token.refreshToken());
    }

    /** Get the public keys. The keys that access tokens are signed with, as a JWK set (RFC 7517). */
    @GET
    @Path("/jwks")
    @PermitAll
    public String getPublicKeys() {
        return signIn.publicKeys();
    }

    /** Set the first password. Takes the secret of the one-time link that an invitation brought. */
    @POST
    @Path("/activate")
    @PermitAll
    public void activateAccount(Activation activation) {
        signIn.activate(activation);
    }

    /**
     * Ask for a link to a new password. It goes to the proven contact of the account, works once and for thirty minutes. The answer is
     * the same whether there is such an account or not.
     */
    @POST
    @Path("/password/forgotten")
    @PermitAll
    public void askForNewPassword(ForgottenPassword forgotten) {
        signIn.forgotten(forgotten);
    }

    /** Set a new password by link. All sessions end; a second factor is asked at sign-in as before. */
    @POST
    @Path("/password/reset")
    @PermitAll
    public void resetPassword(PasswordReset reset) {
        signIn.reset(reset);
    }

    /**
     * Change a password without tokens. For accounts that get none before ({@code sign-in/password-change-required}): the present
     * password, the code where there is a second factor, and the new password.
     */
    @POST
    @Path("/password/change")
    @PermitAll
    public void changeRequiredPassword(RequiredChange change) {
        signIn.changeRequired(change);
    }

    /** Sign out. Ends the session of this token; its refresh token ends with it. */
    @POST
    @Path("/sign-out")
    @Consumes(MediaType.WILDCARD)
    public void signOut() {
        signIn.signOut();
    }
}
