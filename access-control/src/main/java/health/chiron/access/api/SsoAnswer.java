package health.chiron.access.api;

/**
 * What a browser brings back from a provider of single sign-on (RFC 6749, 4.1.2; RFC 9207). Anybody can make it up.
 *
 * @param code to be exchanged for the ID token; null when there is none
 * @param issuer who says that it answers; null when it does not say
 * @param error why the provider refuses; null when it does not
 */
public record SsoAnswer(String code, String issuer, String error) {
    /** Says nothing of the code. */
    @Override
    public String toString() {
        return "SsoAnswer[...]";
    }
}
