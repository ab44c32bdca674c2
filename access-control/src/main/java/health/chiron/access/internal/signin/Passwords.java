package health.chiron.access.internal.signin;

import health.chiron.access.api.Limits;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes and checks passwords with Argon2id: 19 MiB, two passes, one lane (OWASP password storage). Stored as a PHC string, so
 * that stronger settings can follow. At most four are computed at a time: memory stays bounded however many try to sign in.
 */
@ApplicationScoped
public class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore atOnce = new Semaphore(4, true);
    private final Set<String> common = common();
    private final String nobodys = hash("a password that nobody has");

    /**
     * Checks that a password may be used.
     *
     * @param username may not be part of the password
     * @throws Refusal naming {@code field}
     */
    public void mustBeStrong(String field, String password, String username) {
        if (password.length() < Limits.PASSWORD_LEAST || password.length() > Limits.PASSWORD_MOST) {
            throw Refusal.invalid(field, "length", "The length must be between 12 and 200.");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (common.contains(lower) || lower.chars().distinct().count() < 5) {
            throw Refusal.invalid(
                    field, "common", "This password is among the first that an attacker tries. Choose another.");
        }
        if (username.length() > 3 && lower.contains(username.toLowerCase(Locale.ROOT))) {
            throw Refusal.invalid(field, "contains_name", "The password may not contain the sign-in name.");
        }
    }

    /** A new PHC string for a password. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + text.encodeToString(salt) + "$"
                + text.encodeToString(compute(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES));
    }

    /** Whether the password is the one; a null hash takes as long and is never right. */
    public boolean matches(String password, String stored) {
        String[] parts = (stored == null ? nobodys : stored).split("\\$", -1);
        String[] settings = parts[3].split(",", -1);
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] actual =
                compute(password, salt, number(settings[0]), number(settings[1]), number(settings[2]), expected.length);
        return MessageDigest.isEqual(expected, actual) && stored != null;
    }

    private static int number(String setting) {
        return Integer.parseInt(setting.substring(2));
    }

    private byte[] compute(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        atOnce.acquireUninterruptibly();
        try {
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[length];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            atOnce.release();
        }
    }

    private static Set<String> common() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Passwords.class.getResourceAsStream("common-passwords.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
