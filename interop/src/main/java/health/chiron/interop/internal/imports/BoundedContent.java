package health.chiron.interop.internal.imports;

import health.chiron.domain.shared.Refusal;
import health.chiron.interop.api.ImportFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A file's content as it passes by: counted against the limit, and hashed. */
final class BoundedContent extends FilterInputStream {
    private final MessageDigest digest;
    private final long most;
    private long bytes;

    BoundedContent(InputStream content) {
        this(content, ImportFile.MOST_BYTES);
    }

    BoundedContent(InputStream content, long most) {
        super(content);
        this.most = most;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            digest.update((byte) one);
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int number = super.read(into, offset, length);
        if (number > 0) {
            digest.update(into, offset, number);
            count(number);
        }
        return number;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return readNBytes((int) Math.min(wanted, 8192)).length;
    }

    /** The hash of everything that has passed. */
    byte[] sha256() {
        return digest.digest();
    }

    private void count(int more) {
        bytes += more;
        if (bytes > most) {
            throw Refusal.invalid(
                    "content",
                    "too_large",
                    "The file is larger than " + most / (1024 * 1024) + " MB; split it by patient.");
        }
    }
}
