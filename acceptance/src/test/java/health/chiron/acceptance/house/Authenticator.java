package health.chiron.acceptance.house;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on somebody's telephone that makes codes (RFC 6238), written apart from the product. */
public final class Authenticator {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    /** @param base32 the secret as it is typed; blanks do not matter */
    public Authenticator(String base32) {
        String text = base32.replace(" ", "");
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char letter : text.toCharArray()) {
            bits = bits << 5 | LETTERS.indexOf(letter);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.put((byte) (bits >> held));
                bits &= (1 << held) - 1;
            }
        }
        secret = bytes.array();
    }

    /** A second factor that somebody has set up over the API. */
    public record Enrolled(Authenticator app, List<String> recoveryCodes) {}

    /** Sets up a second factor; the step before the present one is used up by it. */
    public static Enrolled enrol(Api who, String password) {
        Authenticator app = new Authenticator(who.post("/auth/me/second-factor", Map.of("password", password))
                .mustBe(200)
                .text("secret"));
        Answer codes = who.post("/auth/me/second-factor/confirm", Map.of("code", app.code(-1)))
                .mustBe(200);
        return new Enrolled(
                app,
                java.util.stream.StreamSupport.stream(codes.json().path("codes").spliterator(), false)
                        .map(node -> node.asText())
                        .toList());
    }

    /** The code that is shown so many steps of 30 seconds from now. */
    public String code(int steps) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            long step = Instant.now().getEpochSecond() / 30 + steps;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code that is none of those taken now. */
    public String wrong() {
        String right = code(-1) + code(0) + code(1);
        for (int i = 0; ; i++) {
            String code = String.format(Locale.ROOT, "%06d", i);
            if (!right.contains(code)) {
                return code;
            }
        }
    }

    @Override
    public String toString() {
        return "Authenticator";
    }
}
