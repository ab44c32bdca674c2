package health.chiron.rest.auth;

import health.chiron.access.api.AccountView;
import health.chiron.access.api.Enrolment;
import health.chiron.access.api.FactorCode;
import health.chiron.access.api.FactorProof;
import health.chiron.access.api.OwnAccount;
import health.chiron.access.api.OwnContacts;
import health.chiron.access.api.OwnName;
import health.chiron.access.api.PasswordChange;
import health.chiron.access.api.PasswordProof;
import health.chiron.access.api.Preferences;
import health.chiron.access.api.RecoveryCodes;
import health.chiron.access.api.SecondFactorView;
import health.chiron.access.api.SignIn;
import health.chiron.access.api.SsoPreference;
import health.chiron.access.api.SsoView;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.access.SsoLinkId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What protects the own account, and where it is signed in. */
@Path("/auth/me")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
public class OwnAccountResource {
    @Inject
    private OwnAccount own;

    @Inject
    private OwnContacts contacts;

    @Inject
    private SignIn signIn;

    /** Get the signed-in account. Who the token speaks for, and where that account works. */
    @GET
    public AccountView getSignedInAccount() {
        return signIn.whoAmI();
    }

    /** Change own preferences. Language, theme, time zone, units, dates and the longest rest of a portal session. */
    @PUT
    @Path("/preferences")
    public AccountView changePreferences(Preferences preferences) {
        return signIn.prefer(preferences);
    }

    /**
     * Change the own name. Whoever works at a clinic is known there by it and asks an administrator
     * ({@code account/name-by-administrator}).
     */
    @PUT
    @Path("/name")
    public AccountView changeOwnName(OwnName name) {
        return contacts.rename(name);
    }

    /** Change the own password. Asks the present one; all other sessions end. */
    @POST
    @Path("/password")
    public void changePassword(PasswordChange change) {
        own.changePassword(change);
    }

    /** List own sessions. The open ones, the latest used first. */
    @GET
    @Path("/sessions")
    public SessionList listSessions() {
        return new SessionList(own.sessions());
    }

    /** End other sessions. All but the one of this token. */
    @DELETE
    @Path("/sessions")
    public void endOtherSessions() {
        own.endOtherSessions();
    }

    /** End one session. One of the own; its tokens end with it. */
    @DELETE
    @Path("/sessions/{session_id}")
    public void endSession(@PathParam("session_id") SessionId sessionId) {
        own.endSession(sessionId);
    }

    /** Get the own second factor. Whether it is on or required, and how many recovery codes are left. */
    @GET
    @Path("/second-factor")
    public SecondFactorView getSecondFactor() {
        return own.secondFactor();
    }

    /** Begin a second factor. Asks the password; answers the secret for an app (RFC 6238). It counts from the first code on. */
    @POST
    @Path("/second-factor")
    public Enrolment beginSecondFactor(PasswordProof proof) {
        return own.enrol(proof);
    }

    /** Turn the second factor on. Takes its first code and answers the recovery codes, this once. */
    @POST
    @Path("/second-factor/confirm")
    public RecoveryCodes confirmSecondFactor(FactorCode code) {
        return own.confirm(code);
    }

    /** Turn the second factor off. Asks password and code. */
    @POST
    @Path("/second-factor/disable")
    public void turnSecondFactorOff(FactorProof proof) {
        own.turnOff(proof);
    }

    /** Renew the recovery codes. Asks password and code; the old ones do not work any more. */
    @POST
    @Path("/second-factor/recovery-codes")
    public RecoveryCodes renewRecoveryCodes(FactorProof proof) {
        return own.renewRecoveryCodes(proof);
    }

    /** Get own single sign-on. Which providers open the account, since when, and what is to happen with others. */
    @GET
    @Path("/sso")
    public SsoView getSingleSignOn() {
        return own.singleSignOn();
    }

    /** Change the linking preference. What happens when somebody with the same verified mail address comes from a provider. */
    @PUT
    @Path("/sso/preference")
    public SsoView changeLinkingPreference(SsoPreference preference) {
        return own.preferLinking(preference);
    }

    /** Unlink a provider. Asks the password; the sessions that came by the provider end. */
    @POST
    @Path("/sso/{link_id}/unlink")
    public SsoView unlinkProvider(@PathParam("link_id") SsoLinkId linkId, PasswordProof proof) {
        return own.unlink(linkId, proof);
    }

    /** Keep a patient at hand. One whom the account reaches now; forgotten as soon as it does not. */
    @PUT
    @Path("/active-patient")
    public AccountView keepPatientAtHand(ActivePatient patient) {
        return own.keepAtHand(patient.patientId());
    }

    /** Keep no patient at hand. */
    @DELETE
    @Path("/active-patient")
    public AccountView keepNobodyAtHand() {
        return own.keepNobodyAtHand();
    }
}
