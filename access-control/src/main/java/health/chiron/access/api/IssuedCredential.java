package health.chiron.access.api;

/**
 * A new credential.
 *
 * @param credential what stays to be seen of it
 * @param secret what the program proves itself with, shown this once and never again; null for a key
 */
public record IssuedCredential(ClientCredentialView credential, String secret) {
    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "IssuedCredential[...]";
    }
}
