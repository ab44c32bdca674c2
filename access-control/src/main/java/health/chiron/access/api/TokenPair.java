package health.chiron.access.api;

/**
 * What a program gets for credentials or a refresh token (RFC 6749, 5.1).
 *
 * @param accessToken a signed token for the Authorization header
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds until the access token ends
 * @param refreshToken exchanges once for the next pair
 * @param refreshExpiresIn seconds until the refresh token ends
 */
public record TokenPair(
        String accessToken, String tokenType, long expiresIn, String refreshToken, long refreshExpiresIn) {
    /** Says nothing of the tokens. */
    @Override
    public String toString() {
        return "TokenPair[...]";
    }
}
