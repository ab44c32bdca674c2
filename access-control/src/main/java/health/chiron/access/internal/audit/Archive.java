package health.chiron.access.internal.audit;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file of archived rows: compressed lines of JSON, each with a row, its code and its seal. Whoever holds the key of the log can
 * verify it as the chain in the database was verified.
 */
final class Archive {
    private Archive() {}

    /**
     * Writes the rows to a file that is on the disk when this returns, and reads it back.
     *
     * @param before the link before the first row
     * @return SHA-256 of the file
     * @throws IOException if it cannot be written, or what was read back is not what was written
     */
    static byte[] write(Path file, Anchor before, List<ArchivedRow> rows, AuditKey key) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent(), "an archive lies in a folder");
        Path part = Files.createTempFile(folder, ".part", null);
        try {
            try (OutputStream raw = Files.newOutputStream(part);
                    BufferedWriter lines = new BufferedWriter(
                            new OutputStreamWriter(new GZIPOutputStream(raw), StandardCharsets.UTF_8))) {
                for (ArchivedRow row : rows) {
                    lines.write(row.line());
                    lines.write('\n');
                }
            }
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            long last = verify(part, before, key);
            if (last != rows.get(rows.size() - 1).number()) {
                throw new IOException("the archive does not hold what was written to it");
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder);
            return hash(file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Verifies a file: every code, every link.
     *
     * @return the number of its last row
     * @throws IOException naming the line that does not hold
     */
    static long verify(Path file, Anchor before, AuditKey key) throws IOException {
        long number = before.number();
        byte[] hash = before.hash();
        try (InputStream raw = Files.newInputStream(file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(raw), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ArchivedRow row = ArchivedRow.read(line);
                number++;
                if (row.number() != number
                        || !row.genuine(key)
                        || !Arrays.equals(row.hash(), key.ofLink(number, hash, row.event(), row.mac()))) {
                    throw new IOException("the archive does not hold at number " + number);
                }
                hash = row.hash();
            }
        }
        return number;
    }

    // Without it a crash of the machine could take the name of a file whose rows are gone already.
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static byte[] hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[8192];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                digest.update(part, 0, read);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
