package health.chiron.access.api;

/**
 * What a program gets for credentials or a refresh token (RFC 6749, 5.1).
 *
 * @param accessToken a signed token for the Authorization header
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds until the access token ends
 * @param refreshToken exchanges once for the next pair; a registered program gets none
 * @param refreshExpiresIn seconds until the refresh token ends
 * @param scope what a registered program's token may be used for; nobody else's has scopes
 */
public record TokenPair(
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        Long refreshExpiresIn,
        String scope) {
    /** Says nothing of the tokens. */
    @Override
    public String toString() {
        return "TokenPair[...]";
    }
}
