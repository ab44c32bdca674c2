package health.chiron.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Checks a password as the application does, with the settings that stand in the hash, at most four at a time. */
final class Argon2 {
    private static final Semaphore AT_ONCE = new Semaphore(4, true);

    private Argon2() {}

    /** Whether it is the password of this PHC string. */
    static boolean matches(String password, String stored) {
        String[] parts = stored.split("\\$", -1);
        String[] settings = parts[3].split(",", -1);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] actual = new byte[expected.length];
        AT_ONCE.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(Integer.parseInt(settings[0].substring(2)))
                    .withIterations(Integer.parseInt(settings[1].substring(2)))
                    .withParallelism(Integer.parseInt(settings[2].substring(2)))
                    .withSalt(Base64.getDecoder().decode(parts[4]))
                    .build());
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), actual);
        } finally {
            AT_ONCE.release();
        }
        return MessageDigest.isEqual(expected, actual);
    }
}
