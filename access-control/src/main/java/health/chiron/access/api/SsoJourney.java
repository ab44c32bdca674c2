package health.chiron.access.api;

import java.io.Serializable;

/**
 * A journey to a provider of single sign-on that a browser has begun. It stays in the browser's session at the server: whoever comes
 * back in another browser has none.
 *
 * @param provider the provider's name
 * @param state comes back with the answer
 * @param nonce has to stand in the ID token
 * @param verifier proves to the provider who began (PKCE, RFC 7636)
 */
public record SsoJourney(String provider, String state, String nonce, String verifier) implements Serializable {
    /** Says nothing of the secrets. */
    @Override
    public String toString() {
        return "SsoJourney[" + provider + "]";
    }
}
