package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.SessionId;
import jakarta.ejb.Local;
import java.util.Optional;

/** Signing in and out, over both faces. Wrong name, wrong password, locked and retired answer alike and take alike long. */
@Local
public interface SignIn {
    /**
     * Opens a portal session.
     *
     * @throws health.chiron.domain.shared.Refusal unauthenticated {@code sign-in/failed}; too many {@code sign-in/locked} after
     *     ten failures in a row, for 15 minutes
     */
    PortalSession openPortal(Credentials credentials);

    /**
     * Whether a portal session still holds: not ended, not idle for too long, its account active. Notes the use.
     *
     * @return the account, or nothing when the person has to sign in again
     */
    Optional<AccountView> stillHolds(AccountId account, SessionId session);

    /** Opens an API session and issues its first tokens; refused as {@link #openPortal}. */
    TokenPair openApi(Credentials credentials);

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
