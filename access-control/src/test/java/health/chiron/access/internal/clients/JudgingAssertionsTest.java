package health.chiron.access.internal.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import health.chiron.domain.access.CredentialId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JudgingAssertionsTest {
    private static final String CLIENT = "019ab3c5-7e10-7cc3-98c4-dc0c0c07398f";
    private static final String AUDIENCE = "https://house.example/api/v1/auth/token";
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final int ED25519_HEAD = 12;

    private static RSAKey rsa;
    private static RSAKey foreign;
    private static ECKey ec;

    @BeforeAll
    static void keys() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("one").generate();
        foreign = new RSAKeyGenerator(2048).keyID("one").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("two").generate();
    }

    @Test
    void rsa_in_both_forms_and_p256_hold() throws JOSEException {
        assertThat(judge(signed(JWSAlgorithm.RS256, rsa), rsa, ec).holds()).isTrue();
        assertThat(judge(signed(JWSAlgorithm.PS256, rsa), rsa, ec).holds()).isTrue();
        assertThat(judge(signed(JWSAlgorithm.ES256, ec), rsa, ec).holds()).isTrue();
        assertThat(judge(signed(JWSAlgorithm.RS256, rsa), rsa).id()).isEqualTo("id-1");
        assertThat(judge(signed(JWSAlgorithm.RS256, rsa), rsa).expiresAt()).isEqualTo(NOW.plusSeconds(200));
    }

    @Test
    void ed25519_holds_and_is_checked() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        OctetKeyPair key = new OctetKeyPair.Builder(
                        Curve.Ed25519, Base64URL.encode(Arrays.copyOfRange(encoded, ED25519_HEAD, encoded.length)))
                .keyID("three")
                .build();
        String body = new JWSHeader.Builder(JWSAlgorithm.EdDSA).build().toBase64URL() + "."
                + claims(c -> c).toPayload().toBase64URL();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(body.getBytes(StandardCharsets.US_ASCII));
        byte[] made = signature.sign();
        assertThat(judge(body + "." + Base64URL.encode(made), key).holds()).isTrue();
        made[5] ^= 1;
        assertThat(judge(body + "." + Base64URL.encode(made), key).fault()).isEqualTo("assertion-signature");
    }

    static Stream<Arguments> forgeries() throws JOSEException {
        byte[] publicText = rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        String good = signed(JWSAlgorithm.RS256, rsa);
        String[] parts = good.split("\\.", -1);
        return Stream.of(
                Arguments.of("not signed", new PlainJWT(claims(c -> c)).serialize()),
                Arguments.of("alg none with a signature", head("{\"alg\":\"none\"}", good)),
                Arguments.of("alg None", head("{\"alg\":\"None\"}", good)),
                Arguments.of(
                        "HS256 with the public key as the secret",
                        sign(new JWSHeader(JWSAlgorithm.HS256), new MACSigner(publicText))),
                Arguments.of("another key of the same id", signed(JWSAlgorithm.RS256, foreign)),
                Arguments.of("an algorithm of another kind of key", head("{\"alg\":\"ES256\",\"kid\":\"one\"}", good)),
                Arguments.of(
                        "an algorithm that is not taken",
                        sign(new JWSHeader(JWSAlgorithm.RS512), new RSASSASigner(rsa))),
                Arguments.of("no signature", parts[0] + "." + parts[1] + "."),
                Arguments.of("a signature of zeros", parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[256])),
                Arguments.of(
                        "ES256 with r and s of zero",
                        signed(JWSAlgorithm.ES256, ec)
                                .replaceAll(
                                        "[^.]*$", Base64URL.encode(new byte[64]).toString())),
                Arguments.of(
                        "a key in the header",
                        sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .jwk(foreign.toPublicJWK())
                                        .build(),
                                new RSASSASigner(foreign))),
                Arguments.of("a critical extension", head("{\"alg\":\"RS256\",\"crit\":[\"exp\"],\"exp\":1}", good)),
                Arguments.of(
                        "an access token's type",
                        sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .type(new JOSEObjectType("at+jwt"))
                                        .build(),
                                new RSASSASigner(rsa))),
                Arguments.of(
                        "a key id that there is not",
                        sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("../one")
                                        .build(),
                                new RSASSASigner(rsa))),
                Arguments.of(
                        "claims changed afterwards",
                        parts[0] + "."
                                + claims(c -> c.jwtID("other")).toPayload().toBase64URL() + "." + parts[2]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void a_forgery_proves_nothing(String what, String assertion) {
        assertThat(judge(assertion, rsa, ec).fault()).as(what).isIn("assertion-signature", "assertion-unreadable");
    }

    static Stream<Arguments> others() {
        return Stream.of(
                other("assertion-other-client", c -> c.issuer("somebody")),
                other("assertion-other-client", c -> c.subject("somebody")),
                other("assertion-other-client", c -> c.issuer(null)),
                other("assertion-audience", c -> c.audience("https://elsewhere.example/api/v1/auth/token")),
                other("assertion-audience", c -> c.audience(AUDIENCE + "/more")),
                other("assertion-audience", c -> c.audience((String) null)),
                other("assertion-over", c -> c.expirationTime(null)),
                other("assertion-over", c -> c.expirationTime(at(0))),
                other("assertion-over", c -> c.expirationTime(at(-3600))),
                other("assertion-times", c -> c.expirationTime(at(331))),
                other("assertion-times", c -> c.issueTime(at(31))),
                other("assertion-times", c -> c.notBeforeTime(at(31))),
                other("assertion-id", c -> c.jwtID(null)),
                other("assertion-id", c -> c.jwtID(" ")),
                other("assertion-id", c -> c.jwtID("x".repeat(201))));
    }

    private static Arguments other(String fault, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(fault, change);
    }

    @ParameterizedTest
    @MethodSource("others")
    void what_is_signed_has_to_be_meant_for_this_moment_and_this_house(
            String fault, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        assertThat(judge(sign(new JWSHeader(JWSAlgorithm.RS256), new RSASSASigner(rsa), change), rsa)
                        .fault())
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void what_cannot_be_read_is_refused_and_breaks_nothing(String text) {
        assertThat(judge(text, rsa).holds()).isFalse();
        assertThat(Assertions.claimedBy(text)).isEmpty();
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                ".",
                "..",
                "a.b.c",
                "a.b.c.d.e",
                "{}",
                "e30.e30.e30",
                Base64URL.encode("{\"alg\":\"RS256\",\"alg\":\"none\"}") + ".e30.e30",
                Base64URL.encode("{\"alg\":1}") + ".e30.e30",
                Base64URL.encode("[".repeat(5000)) + ".e30.e30",
                "x".repeat(8000));
    }

    @Test
    void a_claim_that_comes_twice_has_no_meaning() throws JOSEException {
        String payload = "{\"iss\":\"" + CLIENT + "\",\"sub\":\"somebody\",\"sub\":\"" + CLIENT + "\",\"aud\":\""
                + AUDIENCE + "\",\"jti\":\"a\",\"exp\":" + NOW.plusSeconds(100).getEpochSecond() + "}";
        Base64URL head = new JWSHeader(JWSAlgorithm.RS256).toBase64URL();
        String body = head + "." + Base64URL.encode(payload);
        Base64URL signature =
                new RSASSASigner(rsa).sign(new JWSHeader(JWSAlgorithm.RS256), body.getBytes(StandardCharsets.US_ASCII));
        assertThat(judge(body + "." + signature, rsa).holds()).isFalse();
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(CLIENT)
                        .subject(CLIENT)
                        .audience(AUDIENCE)
                        .issueTime(at(0))
                        .expirationTime(at(200))
                        .jwtID("id-1"))
                .build();
    }

    private static String signed(JWSAlgorithm algorithm, JWK key) throws JOSEException {
        JWSSigner signer = key instanceof ECKey curve ? new ECDSASigner(curve) : new RSASSASigner(key.toRSAKey());
        return sign(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), signer);
    }

    private static String sign(JWSHeader header, JWSSigner signer) throws JOSEException {
        return sign(header, signer, c -> c);
    }

    private static String sign(JWSHeader header, JWSSigner signer, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        SignedJWT jwt = new SignedJWT(header, claims(change));
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String head(String header, String token) {
        return Base64URL.encode(header) + token.substring(token.indexOf('.'));
    }

    private static Assertions.Judged judge(String assertion, JWK... keys) {
        List<Assertions.Key> known = Arrays.stream(keys)
                .map(key -> new Assertions.Key(CredentialId.next(), key.toPublicJWK()))
                .toList();
        return Assertions.judge(assertion, CLIENT, known, Set.of(AUDIENCE), NOW);
    }

    @Test
    void five_minutes_are_the_most() {
        assertThat(Assertions.LIFE_MOST).isEqualTo(Duration.ofMinutes(5));
    }
}
