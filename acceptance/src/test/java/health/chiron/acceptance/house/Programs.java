package health.chiron.acceptance.house;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Programs of integrators in tests. */
public final class Programs {
    /** The type of an assertion (RFC 7523). */
    public static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Map<String, String> FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");

    private Programs() {}

    /** A program that the clinic's administrator registers, waiting for a decision. */
    public static Program registered(Scene scene, String scopes) {
        return new Program(
                scene,
                scene.boss
                        .post(
                                "/clients",
                                Map.of(
                                        "name",
                                        "Bridge " + Scene.next(),
                                        "contact",
                                        "operations@example.org",
                                        "purpose",
                                        "Brings results to the laboratory",
                                        "scopes",
                                        scopes))
                        .mustBe(201)
                        .text("id"));
    }

    /** A program that is let in with all that it wants. */
    public static Program letIn(Scene scene, String scopes) {
        return registered(scene, scopes).approve();
    }

    /** Asks for a token with a form, as libraries do. */
    public static Answer ask(Map<String, String> fields, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(FORM);
        all.putAll(headers);
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return House.get().anybody().send("POST", "/auth/token", form, all);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    /** Asks with a secret in the header, for all scopes. */
    public static Answer askBasic(String client, String secret, Map<String, String> more) {
        String pair = encoded(client) + ":" + encoded(secret);
        Map<String, String> fields = new LinkedHashMap<>(Map.of("grant_type", "client_credentials"));
        fields.putAll(more);
        return ask(
                fields,
                Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
    }

    /** Asks with an assertion. */
    public static Answer askAsserting(String assertion) {
        return ask(
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_assertion_type",
                        ASSERTION_TYPE,
                        "client_assertion",
                        assertion),
                Map.of());
    }

    /** The token endpoint's address, as assertions name it. */
    public static String endpoint() {
        return House.get().stack().api() + "/auth/token";
    }

    /**
     * One program.
     *
     * @param id its {@code client_id}
     */
    public record Program(Scene scene, String id) {
        private String path() {
            return "/clients/" + id;
        }

        /** As its clinic sees it. */
        public Answer seen() {
            return scene.boss.get(path()).mustBe(200);
        }

        /** A platform administrator lets it in. */
        public Program approve() {
            House.get()
                    .administrator()
                    .post(path() + "/approve", Map.of(), seen().etag())
                    .mustBe(200);
            return this;
        }

        /** Somebody holds it back, lets it go on, or ends it, on the ground of what is there now. */
        public Answer act(Api by, String verb) {
            return by.post(
                    path() + "/" + verb,
                    verb.equals("resume") ? null : Map.of("reason", "The contract has ended"),
                    seen().etag());
        }

        /** A new secret, and its credential's id. */
        public Secret secret() {
            Answer made = scene.boss
                    .post(path() + "/credentials", Map.of("kind", "secret", "label", "Machine " + Scene.next()))
                    .mustBe(201);
            return new Secret(made.text("credential/id"), made.text("secret"));
        }

        /** Registers the public half of a key. */
        public Answer register(JWK key) {
            return scene.boss.post(
                    path() + "/credentials",
                    Map.of(
                            "kind",
                            "public_key",
                            "label",
                            "Machine " + Scene.next(),
                            "public_key",
                            key.toPublicJWK().toJSONString()));
        }

        /** Ends a credential. */
        public Answer retire(String credential) {
            return scene.boss.delete(path() + "/credentials/" + credential);
        }

        /** Where its open sessions are. */
        public String sessions() {
            return path() + "/sessions";
        }

        /** The API with a token that a secret got. */
        public Api signIn(Secret secret) {
            return signIn(secret, Map.of());
        }

        /** The same for a part of its scopes. */
        public Api signIn(Secret secret, Map<String, String> more) {
            return House.get()
                    .anybody()
                    .with(askBasic(id, secret.value(), more).mustBe(200).text("access_token"));
        }

        /** A good assertion by a key, or one that is not quite. */
        public String assertion(JWK key, JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> change) {
            Instant now = Instant.now();
            JWTClaimsSet claims = change.apply(new JWTClaimsSet.Builder()
                            .issuer(id)
                            .subject(id)
                            .audience(endpoint())
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(200)))
                            .jwtID(UUID.randomUUID().toString()))
                    .build();
            try {
                JWSSigner signer =
                        key instanceof ECKey curve ? new ECDSASigner(curve) : new RSASSASigner(key.toRSAKey());
                SignedJWT jwt = new SignedJWT(
                        new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
                jwt.sign(signer);
                return jwt.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * A secret.
     *
     * @param credential its id
     * @param value the secret itself
     */
    public record Secret(String credential, String value) {}
}
