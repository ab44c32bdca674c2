package health.chiron.launcher.secrets;

import health.chiron.launcher.Credentials;
import health.chiron.launcher.DatabaseRole;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Keys and passwords of one installation, as files that only its user can read; each is made when it is first needed. */
public final class Secrets {
    /** Private keys that sign access tokens (JWKS). */
    public static final String TOKEN_KEYS = "token-keys.json";
    /** The public half of these keys (JWKS). */
    public static final String TOKEN_KEYS_PUBLIC = "token-keys.public.json";
    /** Seals the audit log; 32 bytes in base64. */
    public static final String AUDIT_KEY = "audit.key";
    /** Hashes one-time codes; 32 bytes in base64. */
    public static final String CODE_KEY = "code.key";
    /** Seals the secrets of second factors; 32 bytes in base64. */
    public static final String TOTP_KEY = "totp.key";
    /** The first administrator's password. */
    public static final String FIRST_ADMIN = "first-admin.password";
    /** The password of the server's administration. */
    public static final String SERVER_ADMIN = "payara-admin.password";

    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_LENGTH = 24;
    // Letters and digits that are not taken for one another when a person types them.
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secrets of an existing folder. */
    public static Secrets in(Path folder) {
        return new Secrets(folder);
    }

    /** Makes everything that is missing. Existing files stay as they are. */
    public void makeMissing() {
        for (DatabaseRole role : DatabaseRole.values()) {
            password(role.passwordFile());
        }
        password(SERVER_ADMIN);
        password(FIRST_ADMIN);
        makeKeys();
    }

    /** Makes the token keys, the audit key, the code key and the key of second factors where they are missing. */
    public void makeKeys() {
        key(AUDIT_KEY);
        key(CODE_KEY);
        key(TOTP_KEY);
        tokenKeys();
    }

    /** The sign-in of a database role. */
    public Credentials of(DatabaseRole role) {
        return new Credentials(role.username(), password(role.passwordFile()));
    }

    /** The password in a file; made up now when there is no such file. */
    public String password(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            StringBuilder password = new StringBuilder(PASSWORD_LENGTH);
            for (int i = 0; i < PASSWORD_LENGTH; i++) {
                password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            write(file, password.toString());
        }
        return read(file);
    }

    /** The path of a secret's file. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    private void key(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[KEY_BYTES];
            random.nextBytes(bytes);
            write(file, Base64.getEncoder().encodeToString(bytes));
        }
    }

    private void tokenKeys() {
        if (!Files.exists(folder.resolve(TOKEN_KEYS))) {
            TokenKeys keys = TokenKeys.generate();
            write(folder.resolve(TOKEN_KEYS_PUBLIC), keys.publicJwks());
            write(folder.resolve(TOKEN_KEYS), keys.privateJwks());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new LauncherException("The secret " + file + " cannot be read.", e);
        }
    }

    /** Never readable for others, not even for the moment between making and protecting the file; never replaces one. */
    private static void write(Path file, String text) {
        try (var channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(java.nio.ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new LauncherException("The secret " + file + " cannot be written: " + DataFolder.reason(e) + ".", e);
        }
    }
}
