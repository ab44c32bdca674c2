package health.chiron.access.internal.audit;

import health.chiron.access.internal.signin.KeyFile;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key under which rows and seals are authenticated (HMAC-SHA-256). It lies outside the database: whoever can write every
 * table still cannot write a row that the verifier takes for ours.
 */
@ApplicationScoped
class AuditKey {
    @Inject
    @ConfigProperty(name = "chiron.audit.key.file")
    private String file;

    private SecretKeySpec key;

    /** For the container. */
    protected AuditKey() {}

    /** @param key 32 bytes */
    AuditKey(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    @PostConstruct
    void load() {
        key = new SecretKeySpec(KeyFile.read(file), "HmacSHA256");
    }

    /** The code of a row, over its columns in a form that no two rows share: every field with its length before it. */
    byte[] ofRow(Object... columns) {
        Mac mac = mac();
        for (Object column : columns) {
            if (column == null) {
                mac.update((byte) 0);
            } else {
                byte[] bytes = column.toString().getBytes(StandardCharsets.UTF_8);
                mac.update((byte) 1);
                mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                mac.update(bytes);
            }
        }
        return mac.doFinal();
    }

    /** The hash of a link: over its number, the link before it, and the row it seals. */
    byte[] ofLink(long number, byte[] before, UUID event, byte[] rowCode) {
        Mac mac = mac();
        mac.update(ByteBuffer.allocate(8).putLong(number).array());
        mac.update(before);
        mac.update(ByteBuffer.allocate(16)
                .putLong(event.getMostSignificantBits())
                .putLong(event.getLeastSignificantBits())
                .array());
        mac.update(rowCode);
        return mac.doFinal();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
