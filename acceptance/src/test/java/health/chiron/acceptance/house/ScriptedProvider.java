package health.chiron.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A provider of OpenID Connect that says what a test tells it to, over real HTTP. It keeps to the standard where nothing else is told:
 * its token endpoint asks for the client's secret, the very redirect address, the verifier, and takes each code once.
 */
public final class ScriptedProvider {
    /** Links no account unasked, makes none. */
    public static final String ASK = "ask";
    /** Links accounts with the same verified address unasked; admits addresses of example.org only. */
    public static final String AUTO = "auto";
    /** Makes accounts for people who have none. */
    public static final String OPEN = "open";

    static final String CLIENT = "chiron";
    /** What the client proves itself by at both providers; long enough to be mistaken for a key of HS256. */
    public static final String SECRET = "no-secret-of-anybody-and-some-more";

    private final HttpServer server;
    private final Map<String, Reply> codes = new ConcurrentHashMap<>();
    private final Set<String> lasting = ConcurrentHashMap.newKeySet();
    private final AtomicInteger strayed = new AtomicInteger();
    private volatile List<RSAKey> keys;

    /** What the token endpoint answers. */
    public interface Reply {
        /** Answers a call that brought these fields. */
        void to(HttpExchange call, Map<String, String> form) throws IOException;
    }

    /** A sign-in that the portal has sent a browser here with. */
    public record Journey(String realm, Map<String, String> query) {
        /** One parameter. */
        public String of(String name) {
            return query.get(name);
        }

        /** Where the browser goes back to, inside the portal. */
        public String back(String code) {
            return "sso-return/" + realm + "?code=" + encoded(code) + "&state=" + encoded(of("state"));
        }
    }

    ScriptedProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keys = List.of(key());
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "scripted-provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** How it names itself. */
    public String issuer(String realm) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + realm;
    }

    /** Begins a journey in somebody's browser. */
    public Journey begin(Portal browser, String realm) {
        Portal.Page sent = browser.get("sso?provider=" + realm);
        assertThat(sent.status()).as(sent.text()).isEqualTo(302);
        assertThat(sent.location()).startsWith(issuer(realm) + "/authorize?");
        return new Journey(realm, fields(URI.create(sent.location()).getRawQuery()));
    }

    /** What it truly says of somebody. */
    public JWTClaimsSet.Builder claims(Journey journey, String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer(journey.realm()))
                .audience(CLIENT)
                .subject(subject)
                .claim("nonce", journey.of("nonce"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    /** The same with a mail address. */
    public JWTClaimsSet.Builder claims(Journey journey, String subject, String mail, boolean verified) {
        return claims(journey, subject)
                .claim("email", mail)
                .claim("email_verified", verified)
                .claim("name", "Robin Hale");
    }

    /** Signs with the present key. */
    public String signed(JWTClaimsSet claims) {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(present().getKeyID())
                        .build(),
                present(),
                claims);
    }

    /** Signs with any key and header. */
    public static String signed(JWSHeader header, RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that it signs with. */
    public RSAKey present() {
        return keys.get(0);
    }

    /** Signs with a new key from now on, and withdraws the old one. */
    public void rotate() {
        keys = List.of(key());
    }

    /** A key of nobody. */
    public static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code for this token. */
    public String code(Journey journey, String idToken) {
        return code((call, form) -> {
            String refused = refused(journey, call, form);
            if (refused == null) {
                json(
                        call,
                        200,
                        "{\"access_token\":\"access-of-" + journey.of("state")
                                + "\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"" + idToken + "\"}");
            } else {
                json(call, 400, "{\"error\":\"" + refused + "\"}");
            }
        });
    }

    /** A code for which the token endpoint answers anything. */
    public String code(Reply reply) {
        String code = "code-" + UUID.randomUUID();
        codes.put(code, reply);
        return code;
    }

    /** The same code, which it takes again and again, against the standard. */
    public String lasting(String code) {
        lasting.add(code);
        return code;
    }

    /** How often something came that should have gone nowhere: a redirect that was followed. */
    public int strayed() {
        return strayed.get();
    }

    /** Sends a body. */
    public static void json(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private void serve(HttpExchange call) throws IOException {
        String[] path = call.getRequestURI().getPath().split("/", 3);
        String base = issuer(path[1]);
        switch (path.length < 3 ? "" : path[2]) {
            case ".well-known/openid-configuration" -> json(call, 200, """
                        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                         "end_session_endpoint":"%1$s/leave","code_challenge_methods_supported":["S256"]}""".formatted(base));
            case "keys" ->
                json(call, 200, new JWKSet(List.copyOf(keys)).toPublicJWKSet().toString());
            case "token" -> token(call);
            default -> {
                strayed.incrementAndGet();
                json(call, 404, "{}");
            }
        }
    }

    private void token(HttpExchange call) throws IOException {
        Map<String, String> form = fields(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        // Each code once, but for those that a test wants to last.
        String code = form.getOrDefault("code", "");
        Reply reply = lasting.contains(code) ? codes.get(code) : codes.remove(code);
        if (reply == null) {
            json(call, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            reply.to(call, form);
        }
    }

    private static String refused(Journey journey, HttpExchange call, Map<String, String> form) {
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + basic).equals(call.getRequestHeaders().getFirst("Authorization"))) {
            return "invalid_client";
        }
        boolean same = "authorization_code".equals(form.get("grant_type"))
                && journey.of("redirect_uri").equals(form.get("redirect_uri"))
                && journey.of("code_challenge").equals(challenge(form.getOrDefault("code_verifier", "")));
        return same ? null : "invalid_grant";
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
