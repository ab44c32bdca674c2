package health.chiron.access.internal.signin;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change every 30 seconds (RFC 6238 over RFC 4226, HMAC-SHA-1, which is what the apps know). One step before and one
 * behind the present are taken as well, because clocks of telephones differ.
 */
final class Totp {
    /** How long a code is shown, in seconds. */
    static final int STEP_SECONDS = 30;
    /** How many digits people type. */
    static final int DIGITS = 6;

    private static final int DRIFT = 1;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The step in which a moment lies. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step. */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        long number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffffL;
        long cut = 1;
        for (int i = 0; i < digits; i++) {
            cut *= 10;
        }
        return String.format(Locale.ROOT, "%0" + digits + "d", number % cut);
    }

    /** The step whose code this is, of those that are taken now. Every one is compared, in the same time. */
    static OptionalLong match(byte[] secret, String code, Instant now) {
        long present = step(now);
        long found = -1;
        for (long step = present - DRIFT; step <= present + DRIFT; step++) {
            if (java.security.MessageDigest.isEqual(
                    code(secret, step, DIGITS).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    code.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
                found = step;
            }
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /** A secret as people type it and apps read it (RFC 4648, without padding). */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte one : bytes) {
            bits = bits << 8 | one & 0xff;
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(LETTERS.charAt(bits >> held & 31));
            }
            bits &= (1 << held) - 1;
        }
        return held == 0
                ? text.toString()
                : text.append(LETTERS.charAt(bits << 5 - held & 31)).toString();
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }
}
