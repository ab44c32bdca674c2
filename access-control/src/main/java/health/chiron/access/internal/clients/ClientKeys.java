package health.chiron.access.internal.clients;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import health.chiron.domain.shared.Refusal;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;

/**
 * Public keys that programs prove themselves with. The kind of key decides which algorithms it may be used with, so that a signed
 * text can never choose its own: RSA for RS256 and PS256, P-256 for ES256, Ed25519 for EdDSA. A key is registered inline; an address
 * to fetch keys from is not taken, because the house would have to call wherever somebody says.
 */
public final class ClientKeys {
    private static final int RSA_LEAST = 2048;
    /** Checking grows with the square of the length; nobody needs more. */
    private static final int RSA_MOST = 4096;

    private static final int EXPONENT_MOST = 32;
    private static final int KEY_ID_MOST = 100;
    private static final String FIELD = "publicKey";

    private ClientKeys() {}

    /**
     * Reads what a clinic registers: a JWK, or a JWK set with one key. Its id is the one it brings, or its thumbprint (RFC 7638).
     *
     * @throws Refusal naming the field: {@code format}, {@code private} when the private half is in it, {@code too_weak} for lengths
     *     and curves that are not taken
     */
    public static JWK registered(String text) {
        JWK key = parse(text);
        if (key.isPrivate()) {
            throw Refusal.invalid(
                    FIELD,
                    "private",
                    "This holds the private half of the key. Make a new pair, and send the public half only.");
        }
        if (key.getKeyUse() != null && !KeyUse.SIGNATURE.equals(key.getKeyUse())) {
            throw Refusal.invalid(FIELD, "format", "This key is not for signatures.");
        }
        if (algorithms(key).isEmpty()) {
            throw Refusal.invalid(FIELD, "too_weak", "Taken are RSA keys of 2048 to 4096 bits, P-256 and Ed25519.");
        }
        return named(key);
    }

    private static JWK parse(String text) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(FIELD, "required", "This field is required.");
        }
        try {
            return JWK.parse(text);
        } catch (ParseException | IllegalArgumentException | IllegalStateException one) {
            return onlyOneOf(text);
        }
    }

    private static JWK onlyOneOf(String text) {
        try {
            JWKSet set = JWKSet.parse(text);
            if (set.getKeys().size() == 1) {
                return set.getKeys().get(0);
            }
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Refusal unreadable() {
        return Refusal.invalid(FIELD, "format", "This is neither a JWK nor a JWK set with one key.");
    }

    private static JWK named(JWK key) {
        String id = key.getKeyID();
        try {
            String name = id == null
                            || id.isBlank()
                            || id.length() > KEY_ID_MOST
                            || id.chars().anyMatch(Character::isISOControl)
                    ? key.computeThumbprint().toString()
                    : id;
            return switch (key) {
                case RSAKey rsa ->
                    new RSAKey.Builder(rsa.getModulus(), rsa.getPublicExponent())
                            .keyID(name)
                            .algorithm(rsa.getAlgorithm())
                            .build();
                case ECKey ec ->
                    new ECKey.Builder(ec.getCurve(), ec.getX(), ec.getY())
                            .keyID(name)
                            .build();
                case OctetKeyPair okp ->
                    new OctetKeyPair.Builder(okp.getCurve(), okp.getX())
                            .keyID(name)
                            .build();
                default -> throw unreadable();
            };
        } catch (JOSEException e) {
            throw unreadable();
        }
    }

    /** The algorithms that a key may be used with; none for a key that is not taken. One that names its algorithm is held to it. */
    static Set<JWSAlgorithm> algorithms(JWK key) {
        Set<JWSAlgorithm> possible = switch (key) {
            case RSAKey rsa -> strong(rsa) ? Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256) : Set.of();
            case ECKey ec -> Curve.P_256.equals(ec.getCurve()) ? Set.of(JWSAlgorithm.ES256) : Set.of();
            case OctetKeyPair okp -> Curve.Ed25519.equals(okp.getCurve()) ? Set.of(JWSAlgorithm.EdDSA) : Set.of();
            default -> Set.of();
        };
        return Optional.ofNullable(key.getAlgorithm())
                .<Set<JWSAlgorithm>>map(own ->
                        possible.stream().anyMatch(a -> a.getName().equals(own.getName()))
                                ? Set.of(new JWSAlgorithm(own.getName()))
                                : Set.of())
                .orElse(possible);
    }

    private static boolean strong(RSAKey rsa) {
        int bits = rsa.getModulus().decodeToBigInteger().bitLength();
        int exponent = rsa.getPublicExponent().decodeToBigInteger().bitLength();
        boolean odd = rsa.getPublicExponent().decodeToBigInteger().testBit(0);
        return bits >= RSA_LEAST && bits <= RSA_MOST && odd && exponent > 1 && exponent <= EXPONENT_MOST;
    }
}
