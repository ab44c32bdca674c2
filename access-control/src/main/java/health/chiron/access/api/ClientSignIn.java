package health.chiron.access.api;

import jakarta.ejb.Local;

/** How a program becomes known (RFC 6749, 4.4). Unknown, wrong, retired and not let in answer alike and take alike long. */
@Local
public interface ClientSignIn {
    /**
     * Issues an access token for five minutes; there is no refresh token, a program asks again.
     *
     * @throws health.chiron.domain.shared.Refusal unauthenticated {@code client/not-recognised}; forbidden
     *     {@code client/not-active} to whoever has proven to be a program that is not let in; invalid {@code scope} when there is one
     *     that it is not allowed; too many
     */
    TokenPair open(ClientProof proof);
}
