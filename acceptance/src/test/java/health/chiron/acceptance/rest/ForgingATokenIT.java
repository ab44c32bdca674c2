package health.chiron.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Scene;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tokens that the house did not make are refused alike, every time, and nothing they point to is fetched (checks 22 and 23). */
class ForgingATokenIT {
    private static final AtomicInteger HITS = new AtomicInteger();

    private static HttpServer sink;
    private static Forge forge;
    private static String refreshToken;
    private static Scene scene;

    @BeforeAll
    static void a_genuine_token_and_a_place_that_nobody_may_ask() throws IOException {
        scene = Scene.open();
        Answer tokens = House.get()
                .anybody()
                .post("/auth/token", Map.of("username", scene.username("desk"), "password", Scene.PASSWORD))
                .mustBe(200);
        forge = new Forge(tokens.text("access_token"));
        refreshToken = tokens.text("refresh_token");
        sink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sink.createContext("/", exchange -> {
            HITS.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        sink.start();
    }

    @AfterAll
    static void close() {
        sink.stop(0);
    }

    /** Without these two the table below would hold for a house that refuses everything. */
    @Test
    void the_genuine_token_and_a_faithful_copy_are_taken() {
        with(forge.token).mustBe(200);
        with(forge.claiming(claims -> claims.put("jti", UUID.randomUUID().toString())))
                .mustBe(200);
    }

    @Test
    void a_token_that_claims_another_kind_of_account_changes_nothing() {
        String promoted = forge.claiming(claims -> claims.putArray("groups").add("PLATFORM_ADMIN"));

        House.get()
                .anybody()
                .with(promoted)
                .post(
                        "/clinics",
                        Map.of("clinic_name", "Mine", "license_number", "M-1", "time_zone", "UTC", "grant_hours", 1))
                .mustBe(403);
    }

    /** Two nodes may be some seconds apart; how far is settled by us and not by whatever the server's default is (check 23). */
    @Test
    void a_token_that_ended_seconds_ago_by_another_nodes_clock_is_taken() {
        long now = Instant.now().getEpochSecond();
        with(forge.claiming(c -> c.put("iat", now - 600).put("exp", now - 5))).mustBe(200);
    }

    @TestFactory
    Stream<DynamicTest> a_forged_token_is_refused() throws GeneralSecurityException, JOSEException {
        return table().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    Answer answer = with(row.getValue()).mustBe(401);
                    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                    assertThat(answer.text("code")).isIn("token/invalid", "token/missing", "sign-in/needed");
                    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
                    assertThat(HITS).hasValue(0);
                }));
    }

    @Test
    void a_token_of_a_megabyte_is_refused_without_a_fault_inside() {
        try {
            assertThat(with("a".repeat(1_000_000)).status()).isIn(400, 401, 413, 414, 431);
        } catch (java.io.UncheckedIOException e) {
            assertThat(e)
                    .hasMessageMatching(
                            "(?i).*(reset|closed|broken pipe|eof|header).*"); // hung up on, which is an answer as well
        }
        with(forge.token).mustBe(200);
    }

    private static Map<String, String> table() throws GeneralSecurityException, JOSEException {
        long now = Instant.now().getEpochSecond();
        KeyPair foreign = keys("RSA", 2048);
        KeyPair curve = keys("EC", 256);
        RSAKey foreignJwk = new RSAKey.Builder((RSAPublicKey) foreign.getPublic()).build();
        String sinkUrl = "http://localhost:" + sink.getAddress().getPort() + "/keys";
        Map<String, String> table = new LinkedHashMap<>();

        for (String none : new String[] {"none", "None", "NONE", "nOnE", ""}) {
            table.put("algorithm " + none + ", no signature", forge.unsigned(h -> h.put("alg", none), ""));
            table.put(
                    "algorithm " + none + ", old signature",
                    forge.unsigned(h -> h.put("alg", none), forge.signature()));
        }
        table.put("no algorithm", forge.headed(h -> h.remove("alg")));
        table.put("algorithm RS512 in name only", forge.headed(h -> h.put("alg", "RS512")));
        table.put(
                "public key as secret, DER",
                forge.hmac(forge.own.toRSAPublicKey().getEncoded()));
        table.put(
                "public key as secret, PEM",
                forge.hmac(pem(forge.own.toRSAPublicKey().getEncoded())));
        table.put(
                "public key as secret, JWK",
                forge.hmac(forge.own.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        table.put("foreign RSA key, our kid", forge.signedBy(foreign.getPrivate(), "SHA256withRSA", h -> {}));
        table.put(
                "foreign EC key",
                forge.signedBy(curve.getPrivate(), "SHA256withECDSAinP1363Format", h -> h.put("alg", "ES256")));
        table.put("ES256 with r = s = 0", forge.unsigned(h -> h.put("alg", "ES256"), zeros(64)));
        for (String kid : new String[] {"../../../../dev/null", "' OR '1'='1", "", "x".repeat(5000), sinkUrl}) {
            table.put(
                    "kid " + kid.substring(0, Math.min(20, kid.length())),
                    forge.signedBy(foreign.getPrivate(), "SHA256withRSA", h -> h.put("kid", kid)));
        }
        table.put("jku", forge.signedBy(foreign.getPrivate(), "SHA256withRSA", h -> h.put("jku", sinkUrl)));
        table.put("x5u", forge.signedBy(foreign.getPrivate(), "SHA256withRSA", h -> h.put("x5u", sinkUrl)));
        table.put("jwk", forge.signedBy(foreign.getPrivate(), "SHA256withRSA", h -> h.set("jwk", json(foreignJwk))));
        table.put("crit", forge.headed(h -> h.putArray("crit").add("exp")));
        table.put("no signature", forge.token.substring(0, forge.token.lastIndexOf('.') + 1));
        table.put("no third part", forge.token.substring(0, forge.token.lastIndexOf('.')));
        table.put("a fourth part", forge.token + ".e30");
        table.put("signature of zeros", forge.unsigned(h -> {}, zeros(256)));
        table.put("signature cut short", forge.token.substring(0, forge.token.length() - 8));
        table.put("other claims, old signature", otherClaims());

        table.put(
                "over for two minutes",
                forge.claiming(c -> c.put("iat", now - 600).put("exp", now - 120)));
        table.put(
                "over for a minute", forge.claiming(c -> c.put("iat", now - 600).put("exp", now - 61)));
        table.put("no end", forge.claiming(c -> c.remove("exp")));
        table.put("end is a text", forge.claiming(c -> c.put("exp", "tomorrow")));
        table.put("not yet", forge.claiming(c -> c.put("nbf", now + 300)));
        table.put(
                "issued in the future",
                forge.claiming(c -> c.put("iat", now + 300).put("exp", now + 600)));
        table.put(
                "issued more than a minute ahead",
                forge.claiming(c -> c.put("iat", now + 75).put("exp", now + 300)));
        table.put("not before a minute from now", forge.claiming(c -> c.put("nbf", now + 75)));
        table.put("never issued", forge.claiming(c -> c.remove("iat")));
        table.put("another issuer", forge.claiming(c -> c.put("iss", "https://evil.example")));
        table.put("no issuer", forge.claiming(c -> c.remove("iss")));
        table.put("another audience", forge.claiming(c -> c.put("aud", "chiron-portal")));
        table.put("no audience", forge.claiming(c -> c.remove("aud")));
        table.put("another type", forge.headed(h -> h.put("typ", "chain-head+jwt")));
        table.put("no type", forge.headed(h -> h.remove("typ")));
        table.put("no subject", forge.claiming(c -> c.remove("sub")));
        table.put("subject is a name", forge.claiming(c -> c.put("sub", "admin")));
        table.put("subject is a number", forge.claiming(c -> c.put("sub", 7)));
        table.put("subject is somebody else", forge.claiming(c -> c.put("sub", scene.doctorId)));
        table.put(
                "subject is nobody",
                forge.claiming(c -> c.put("sub", UUID.randomUUID().toString())));
        table.put("no session", forge.claiming(c -> c.remove("sid")));
        table.put("session is a list", forge.claiming(c -> c.putArray("sid").add("a")));
        table.put(
                "session is nobody's",
                forge.claiming(c -> c.put("sid", UUID.randomUUID().toString())));
        table.put(
                "a claim twice",
                Forge.signed(Forge.text(forge.header()), twice(), forge.ownPrivate(), "SHA256withRSA"));

        table.put("refresh token", refreshToken);
        table.put(
                "no JSON in the claims",
                Forge.signed(Forge.text(forge.header()), "{\"sub\":", forge.ownPrivate(), "SHA256withRSA"));
        table.put(
                "a list for claims",
                Forge.signed(Forge.text(forge.header()), "[]", forge.ownPrivate(), "SHA256withRSA"));
        table.put(
                "no JSON in the header",
                Forge.signed("{", Forge.text(forge.claims()), forge.ownPrivate(), "SHA256withRSA"));
        table.put("no base64", "%%%.%%%.%%%");
        table.put("three dots", "...");
        table.put("two dots", "..");
        table.put("a word", "token");
        return table;
    }

    private static String otherClaims() {
        ObjectNode claims = forge.claims().put("sub", scene.doctorId);
        String[] parts = forge.token.split("\\.");
        return parts[0] + "." + Forge.encode(Forge.text(claims)) + "." + parts[2];
    }

    private static String twice() {
        String claims = Forge.text(forge.claims());
        return claims.substring(0, claims.length() - 1) + ",\"sub\":\""
                + forge.claims().path("sub").asText() + "\"}";
    }

    private static Answer with(String token) {
        return House.get().anybody().with(token).get("/auth/me");
    }

    private static KeyPair keys(String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static byte[] pem(byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String zeros(int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[length]);
    }

    private static ObjectNode json(RSAKey key) {
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .valueToTree(key.toPublicJWK().toJSONObject());
    }
}
