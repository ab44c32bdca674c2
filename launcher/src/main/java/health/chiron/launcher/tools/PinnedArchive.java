package health.chiron.launcher.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Unpacks an archive whose content this build knows by its SHA-256, so that what is run afterwards is what was tried, wherever it
 * was downloaded from and whatever checksums were offered there.
 */
final class PinnedArchive {
    /** How a kind of archive is unpacked. */
    interface Format {
        void unpack(InputStream archive, Path target) throws IOException;
    }

    private PinnedArchive() {}

    /**
     * Unpacks and checks in one go; when this throws, the target is not to be used.
     *
     * @param sha256 in hex
     * @throws IOException when it is another archive, or a broken one
     */
    static void unpack(InputStream archive, String sha256, Format format, Path target) throws IOException {
        DigestInputStream reading = new DigestInputStream(archive, sha256());
        format.unpack(new KeptOpen(reading), target);
        // What stands behind the last entry belongs to the archive too.
        reading.transferTo(OutputStream.nullOutputStream());
        byte[] found = reading.getMessageDigest().digest();
        if (!MessageDigest.isEqual(found, HexFormat.of().parseHex(sha256))) {
            throw new IOException("the archive is not the one that this build knows (SHA-256 "
                    + HexFormat.of().formatHex(found) + ")");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The formats close what they read, and the rest would be out of reach. */
    private static final class KeptOpen extends java.io.FilterInputStream {
        KeptOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // Whoever opened the archive closes it.
        }
    }
}
