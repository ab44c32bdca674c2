package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.SessionId;
import jakarta.ejb.Local;
import java.util.Optional;
import java.util.UUID;

/** Signing in and out, over both faces. Wrong name, wrong password, locked and retired answer alike and take alike long. */
@Local
public interface SignIn {
    /**
     * Opens a portal session, or says what is asked first: the second factor, a new password, a second factor to be set up.
     *
     * @throws health.chiron.domain.shared.Refusal unauthenticated {@code sign-in/failed}; too many {@code sign-in/locked} after
     *     ten failures in a row, for 15 minutes
     */
    PortalSignIn openPortal(Credentials credentials);

    /**
     * Goes on with a code of the second factor. Wrong ones count as failed sign-ins.
     *
     * @throws health.chiron.domain.shared.Refusal invalid {@code wrong} at {@code code}; unauthenticated
     *     {@code sign-in/step-over} when the step is over or used; too many {@code sign-in/locked}
     */
    PortalSignIn giveCode(UUID step, FactorCode code);

    /**
     * Goes on with the new password that is required.
     *
     * @throws health.chiron.domain.shared.Refusal invalid when it is too weak or the present one; unauthenticated
     *     {@code sign-in/step-over}
     */
    PortalSignIn giveNewPassword(UUID step, NewPassword password);

    /**
     * Begins to set up the second factor that is required. Beginning again makes a new secret.
     *
     * @throws health.chiron.domain.shared.Refusal unauthenticated {@code sign-in/step-over}
     */
    Enrolment beginEnrolment(UUID step);

    /**
     * Goes on with the first code of the new second factor.
     *
     * @throws health.chiron.domain.shared.Refusal as {@link #giveCode}
     */
    Enrolled finishEnrolment(UUID step, FactorCode code);

    /**
     * Whether a portal session still holds: not ended, not idle for too long, its account active. Notes the use.
     *
     * @return the account, or nothing when the person has to sign in again
     */
    Optional<AccountView> stillHolds(AccountId account, SessionId session);

    /**
     * Opens an API session and issues its first tokens; refused as {@link #openPortal}.
     *
     * @param totp a code of the second factor; null when none came
     * @throws health.chiron.domain.shared.Refusal besides, unauthenticated {@code sign-in/second-factor-needed} when none came;
     *     forbidden {@code sign-in/password-change-required}, {@code sign-in/second-factor-required}
     */
    TokenPair openApi(Credentials credentials, String totp);

    /** Changes the password of somebody who gets no tokens before; all sessions end. Refused as {@link #openApi}. */
    void changeRequired(RequiredChange change);

    /**
     * Sends a one-time link to the proven contact of an account, if there is one and not too many were sent. Nothing in the answer,
     * nor how long it takes, tells whether.
     */
    void forgotten(ForgottenPassword forgotten);

    /**
     * Sets a new password with a one-time link; all sessions end. A second factor is asked at sign-in as before.
     *
     * @throws health.chiron.domain.shared.Refusal invalid when the password is too weak; not found when the link is unknown, used
     *     or over
     */
    void reset(PasswordReset reset);

    /**
     * Exchanges a refresh token, once. A token that comes a second time ends its session: somebody has a copy (RFC 9700).
     *
     * @throws health.chiron.domain.shared.Refusal unauthenticated {@code token/refresh-invalid}
     */
    TokenPair refresh(String refreshToken);

    /** Ends the session of a refresh token (RFC 7009); an unknown token is answered the same. */
    void revoke(String refreshToken);

    /** Ends the session of the present call. */
    void signOut();

    /** Who is signed in. */
    AccountView whoAmI();

    /** The public keys of access tokens, as a JWK set (RFC 7517). */
    String publicKeys();

    /**
     * Sets the first password with the one-time link of an invitation.
     *
     * @throws health.chiron.domain.shared.Refusal invalid when the password is too weak; not found when the link is unknown,
     *     used or over
     */
    void activate(Activation activation);

    /** Changes how the portal speaks and looks to the signed-in person. */
    AccountView prefer(Preferences preferences);
}
