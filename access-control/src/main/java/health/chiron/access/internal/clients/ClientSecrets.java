package health.chiron.access.internal.clients;

import health.chiron.access.internal.signin.Secrets;
import health.chiron.domain.access.CredentialId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;

/**
 * Secrets of programs. A secret has 256 random bits, so nobody finds it by trying, and a slow hash as for passwords would protect
 * nothing: it would only make the token endpoint slow, for attackers to use. It is kept as an HMAC with a key outside the database and
 * bound to its credential, so that a copy of the database proves nothing and no row can be put in place of another.
 */
@ApplicationScoped
public class ClientSecrets {
    /** How every secret begins, so that scanners find one that was left lying about. */
    public static final String PREFIX = "chiron_secret_";

    private static final int HINT = 4;

    @Inject
    private Secrets secrets;

    /** A new secret. */
    public String make() {
        return PREFIX + secrets.token();
    }

    /** By what people tell secrets apart: 24 of its 256 bits. */
    public static String hint(String secret) {
        return secret.substring(secret.length() - HINT);
    }

    /** What is kept of it. */
    public byte[] hash(CredentialId credential, String secret) {
        return secrets.hashOfCode(credential.value(), secret);
    }

    /** Whether it is this credential's, in the same time whatever differs. */
    boolean matches(CredentialId credential, String secret, byte[] hash) {
        return MessageDigest.isEqual(hash(credential, secret), hash);
    }
}
