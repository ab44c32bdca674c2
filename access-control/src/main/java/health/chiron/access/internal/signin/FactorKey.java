package health.chiron.access.internal.signin;

import health.chiron.domain.access.AccountId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals the secrets of second factors (AES-256-GCM) under a key that lies outside the database: whoever reads every table cannot
 * make codes. The account's id is authenticated with each secret, so that a row copied to another account opens nothing.
 */
@ApplicationScoped
public class FactorKey {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    @Inject
    @ConfigProperty(name = "chiron.totp.key.file")
    private String file;

    private final SecureRandom random = new SecureRandom();
    private SecretKeySpec key;

    /** For the container. */
    protected FactorKey() {}

    /** @param key 32 bytes */
    FactorKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    @PostConstruct
    void load() {
        key = new SecretKeySpec(KeyFile.read(file), "AES");
    }

    /** The sealed form of an account's secret. */
    public byte[] seal(AccountId account, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = run(Cipher.ENCRYPT_MODE, account, nonce, secret);
        return ByteBuffer.allocate(1 + NONCE_BYTES + text.length)
                .put(VERSION)
                .put(nonce)
                .put(text)
                .array();
    }

    /**
     * The secret in a sealed form.
     *
     * @throws IllegalStateException when it was not sealed under this key for this account: a fault of the installation
     */
    public byte[] open(AccountId account, byte[] kept) {
        ByteBuffer parts = ByteBuffer.wrap(kept);
        if (parts.get() != VERSION) {
            throw new IllegalStateException("a second factor is sealed in a way that this build does not know");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] text = new byte[parts.remaining()];
        parts.get(text);
        return run(Cipher.DECRYPT_MODE, account, nonce, text);
    }

    private byte[] run(int mode, AccountId account, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(16)
                    .putLong(account.value().getMostSignificantBits())
                    .putLong(account.value().getLeastSignificantBits())
                    .array());
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a second factor's secret does not belong to this key and account (CHIRON_TOTP_KEY_FILE)", e);
        }
    }
}
