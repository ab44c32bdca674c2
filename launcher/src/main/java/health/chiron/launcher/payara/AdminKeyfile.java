package health.chiron.launcher.payara;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The one line that lets the server's administrator sign in: salted hash, in the form that the server's file realm reads. */
final class AdminKeyfile {
    static final String USER = "admin";

    private static final int SALT_BYTES = 8;
    /** How often the server's file realm hashes; another number would not be recognised. */
    private static final int ROUNDS = 100;

    private AdminKeyfile() {}

    static String line(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return line(password, salt);
    }

    static String line(String password, byte[] salt) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(password.getBytes(StandardCharsets.UTF_8));
            byte[] hash = sha.digest(salt);
            for (int round = 2; round <= ROUNDS; round++) {
                hash = sha.digest(hash);
            }
            byte[] both = new byte[hash.length + salt.length];
            System.arraycopy(hash, 0, both, 0, hash.length);
            System.arraycopy(salt, 0, both, hash.length, salt.length);
            return USER + ";{SSHA256}" + Base64.getEncoder().encodeToString(both) + ";asadmin\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
