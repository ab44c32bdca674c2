package health.chiron.access.internal.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Secrets that an operator puts into files: 32 random bytes in Base64, made by {@code ./chiron secrets}. */
public final class KeyFile {
    private static final int LENGTH = 32;

    private KeyFile() {}

    /**
     * Reads a key.
     *
     * @throws IllegalStateException naming the file, when it is missing or holds no such key: the server must not start then
     */
    public static byte[] read(String file) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the key file " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("not a Base64 key: " + file, e);
        }
        if (key.length != LENGTH) {
            throw new IllegalStateException("a key has " + LENGTH + " bytes: " + file);
        }
        return key;
    }
}
