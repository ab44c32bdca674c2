package health.chiron.acceptance.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import health.chiron.acceptance.house.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.text.ParseException;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens that the house never made, out of one that it did. It may use the house's own key, to show that a right signature is not enough. */
final class Forge {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    final RSAKey own;
    final String token;

    Forge(String genuine) {
        this.token = genuine;
        this.own = ownKey();
    }

    private static RSAKey ownKey() {
        try {
            return (RSAKey) JWKSet.load(House.get()
                            .stack()
                            .data()
                            .secrets()
                            .resolve("token-keys.json")
                            .toFile())
                    .getKeys()
                    .get(0);
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    PrivateKey ownPrivate() {
        try {
            return own.toPrivateKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode header() {
        return part(0);
    }

    ObjectNode claims() {
        return part(1);
    }

    String signature() {
        return token.split("\\.")[2];
    }

    private ObjectNode part(int which) {
        try {
            JsonNode node = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[which]));
            return (ObjectNode) node;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The genuine token with other claims, signed with the house's key. */
    String claiming(Consumer<ObjectNode> change) {
        ObjectNode claims = claims();
        change.accept(claims);
        return signed(text(header()), text(claims), ownPrivate(), "SHA256withRSA");
    }

    /** The genuine token with another header, signed with the house's key. */
    String headed(Consumer<ObjectNode> change) {
        return signedBy(ownPrivate(), "SHA256withRSA", change);
    }

    /** The genuine claims with another header, signed with any key. */
    String signedBy(PrivateKey key, String algorithm, Consumer<ObjectNode> change) {
        ObjectNode header = header();
        change.accept(header);
        return signed(text(header), text(claims()), key, algorithm);
    }

    /** Any two texts, signed. */
    static String signed(String header, String claims, PrivateKey key, String algorithm) {
        String message = encode(header) + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(message.getBytes(StandardCharsets.US_ASCII));
            return message + "." + ENCODER.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The genuine claims under HS256, with the given bytes as the secret. */
    String hmac(byte[] secret) {
        String message = encode(text(header().put("alg", "HS256"))) + "." + encode(text(claims()));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return message + "." + ENCODER.encodeToString(mac.doFinal(message.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The genuine claims with another header and any signature. */
    String unsigned(Consumer<ObjectNode> change, String signature) {
        ObjectNode header = header();
        change.accept(header);
        return encode(text(header)) + "." + encode(text(claims())) + "." + signature;
    }

    static String encode(String text) {
        return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
