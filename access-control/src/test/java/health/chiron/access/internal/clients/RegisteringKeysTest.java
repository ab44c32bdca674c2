package health.chiron.access.internal.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import health.chiron.domain.shared.Refusal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisteringKeysTest {
    @Test
    void the_public_half_is_taken_alone_or_as_a_set_of_one() throws JOSEException {
        RSAKey key = new RSAKeyGenerator(2048).keyID("mine").generate();
        assertThat(ClientKeys.registered(key.toPublicJWK().toJSONString()).getKeyID())
                .isEqualTo("mine");
        assertThat(ClientKeys.registered(new JWKSet(key.toPublicJWK()).toString())
                        .getKeyID())
                .isEqualTo("mine");
        assertThat(ClientKeys.algorithms(key.toPublicJWK()))
                .containsExactlyInAnyOrder(JWSAlgorithm.RS256, JWSAlgorithm.PS256);
    }

    @Test
    void a_key_without_a_name_gets_its_thumbprint() throws JOSEException {
        JWK key = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK();
        assertThat(ClientKeys.registered(key.toJSONString()).getKeyID())
                .isEqualTo(key.computeThumbprint().toString());
    }

    @Test
    void the_private_half_is_sent_back() throws JOSEException {
        refused(new RSAKeyGenerator(2048).generate().toJSONString(), "private");
        refused(new ECKeyGenerator(Curve.P_256).generate().toJSONString(), "private");
        refused(new OctetSequenceKeyGenerator(256).generate().toJSONString(), "private");
    }

    @Test
    void weak_and_strange_keys_are_not_taken() throws JOSEException {
        refused(new RSAKeyGenerator(1024, true).generate().toPublicJWK().toJSONString(), "too_weak");
        refused(new ECKeyGenerator(Curve.P_384).generate().toPublicJWK().toJSONString(), "too_weak");
        refused(rsa(BigInteger.ONE.shiftLeft(8191).setBit(0), BigInteger.valueOf(65537)), "too_weak");
        refused(rsa(BigInteger.ONE.shiftLeft(2047).setBit(0), BigInteger.ONE), "too_weak");
        refused(
                rsa(
                        BigInteger.ONE.shiftLeft(2047).setBit(0),
                        BigInteger.ONE.shiftLeft(200).setBit(0)),
                "too_weak");
        RSAKey forOthers = new RSAKeyGenerator(2048)
                .algorithm(new com.nimbusds.jose.Algorithm("RS512"))
                .generate()
                .toPublicJWK();
        refused(forOthers.toJSONString(), "too_weak");
    }

    private static String rsa(BigInteger modulus, BigInteger exponent) {
        return new RSAKey.Builder(Base64URL.encode(modulus), Base64URL.encode(exponent))
                .build()
                .toJSONString();
    }

    @Test
    void what_is_no_key_for_signing_is_refused() throws JOSEException {
        RSAKey encrypting =
                new RSAKeyGenerator(2048).keyUse(KeyUse.ENCRYPTION).generate().toPublicJWK();
        RSAKey one = new RSAKeyGenerator(2048).generate().toPublicJWK();
        RSAKey two = new RSAKeyGenerator(2048).generate().toPublicJWK();
        for (String text : List.of(
                "{}",
                "[]",
                "no",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"keys\":[]}",
                new JWKSet(List.of(one, two)).toString(),
                encrypting.toJSONString())) {
            refused(text, "format");
        }
        refused(null, "required");
        refused(" ", "required");
    }

    private static void refused(String text, String code) {
        assertThatThrownBy(() -> ClientKeys.registered(text))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.field()).isEqualTo("publicKey");
                            assertThat(fault.code()).as(text).isEqualTo(code);
                        }));
    }
}
