package health.chiron.launcher.secrets;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.UUID;

/**
 * One RSA key that signs access tokens, in both forms.
 *
 * @param privateJwks for the application, which signs
 * @param publicJwks for everybody who checks
 */
record TokenKeys(String privateJwks, String publicJwks) {
    private static final int BITS = 2048;

    static TokenKeys generate() {
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            JWKSet set = new JWKSet(key);
            return new TokenKeys(set.toString(false), set.toString(true));
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK can make RSA keys", e);
        }
    }

    @Override
    public String toString() {
        return "TokenKeys";
    }
}
