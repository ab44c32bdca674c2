package health.chiron.acceptance.audit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.chiron.acceptance.house.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The server's key files, in the hands of a test: to publish a head at once, and to write a chain that fits in itself. */
final class StolenKeys {
    private static final Path SECRETS = House.get().stack().data().secrets();

    private StolenKeys() {}

    /** Publishes a head as the server does every hour; the file. */
    static Path publish(long number, String hash) {
        try {
            RSAKey key = (RSAKey) JWKSet.load(SECRETS.resolve("token-keys.json").toFile())
                    .getKeys()
                    .get(0);
            SignedJWT head = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(new JOSEObjectType("audit-head+jwt"))
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .claim("audit_number", number)
                            .claim("audit_hash", hash)
                            .build());
            head.sign(new RSASSASigner(key));
            Path file = House.get().stack().data().auditHeads().resolve("head-0-" + UUID.randomUUID() + ".jwt");
            return Files.writeString(file, head.serialize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash of a link, as the sealer makes it. */
    static byte[] link(long number, byte[] before, UUID event, byte[] rowCode) {
        Mac mac = mac();
        mac.update(ByteBuffer.allocate(8).putLong(number).array());
        mac.update(before);
        mac.update(ByteBuffer.allocate(16)
                .putLong(event.getMostSignificantBits())
                .putLong(event.getLeastSignificantBits())
                .array());
        return mac.doFinal(rowCode);
    }

    /** The code of a row, as the log makes it: over its columns, each with its length before it. */
    static byte[] row(Object... columns) {
        Mac mac = mac();
        for (Object column : columns) {
            if (column == null) {
                mac.update((byte) 0);
            } else {
                byte[] bytes = column.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
                mac.update((byte) 1);
                mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                mac.update(bytes);
            }
        }
        return mac.doFinal();
    }

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    Base64.getDecoder()
                            .decode(Files.readString(SECRETS.resolve("audit.key"))
                                    .strip()),
                    "HmacSHA256"));
            return mac;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
