package health.chiron.access.api;

import jakarta.validation.constraints.Size;

/**
 * By what a program says who it is, and what it wants a token for.
 *
 * @param clientId its id; may be left out beside an assertion, which names it
 * @param secret one of its secrets, or null
 * @param assertion a JWT that one of its keys signed (RFC 7523), or null
 * @param scope what of its scopes the token is to have; all of them if left out
 */
public record ClientProof(
        @Size(max = 100) String clientId,
        @Size(max = 200) String secret,
        @Size(max = Limits.ASSERTION) String assertion,
        String scope) {
    /** Says nothing of the secrets. */
    @Override
    public String toString() {
        return "ClientProof[...]";
    }
}
