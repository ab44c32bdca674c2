package health.chiron.access.internal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of the witness. One is written to for an hour at most, and until it has 100,000 lines or so; after another hour nobody writes to it any more, and it may be
 * taken away once what it saw is sealed and covered by a published head. Several nodes may share the folder: each writes to
 * files of its own.
 */
final class WitnessFolder {
    /** No file is written to for longer. */
    static final Duration WRITTEN = Duration.ofHours(1);

    /** About ten megabytes: a file is read as a whole. */
    static final int MOST_LINES = 100_000;

    private static final String ENDING = ".witness";

    private final Path folder;
    private final AuditKey key;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString().substring(0, 8);

    private FileChannel open;
    private Instant openedAt = Instant.MIN;
    private String last = WitnessLine.NONE;
    private int lines;
    private int turned;

    WitnessFolder(Path folder, AuditKey key, Clock clock) {
        this.folder = folder;
        this.key = key;
        this.clock = clock;
    }

    /** A row that has been committed. */
    record Seen(UUID event, byte[] code) {}

    /**
     * What a file says.
     *
     * @param lines up to the first that is not ours
     * @param whole whether all are ours; a last line that was cut off by a crash does not count
     */
    record Testimony(Path file, List<WitnessLine> lines, boolean whole) {}

    /** Adds lines for rows; for one writer. They are with the operating system when this returns, not necessarily on the disk. */
    void write(List<Seen> rows) throws IOException {
        turn();
        lines += rows.size();
        StringBuilder text = new StringBuilder();
        for (Seen row : rows) {
            WitnessLine line = WitnessLine.after(last, row.event(), row.code(), key);
            text.append(line.text());
            last = line.code();
        }
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            open.write(bytes);
        }
    }

    private void turn() throws IOException {
        Instant now = clock.instant();
        if (open != null && lines < MOST_LINES && now.isBefore(openedAt.plus(WRITTEN))) {
            return;
        }
        close();
        Files.createDirectories(folder);
        turned++;
        String name = now.toString().replaceAll("[^0-9T]", "") + "-" + node + "-" + turned + ENDING;
        open = FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        openedAt = now;
        lines = 0;
        last = WitnessLine.NONE;
    }

    /** Ends the present file; the next row begins another. After a failed write too: the rest of a line must not be followed by others. */
    void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** All files, oldest first. */
    List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the witness cannot be read", e);
        }
    }

    /** Reads a file. */
    Testimony read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            List<WitnessLine> lines = new ArrayList<>();
            String before = WitnessLine.NONE;
            int from = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
                WitnessLine line = WitnessLine.read(text.substring(from, end)).orElse(null);
                if (line == null || !line.follows(before, key)) {
                    return new Testimony(file, lines, false);
                }
                lines.add(line);
                before = line.code();
                from = end + 1;
            }
            return new Testimony(file, lines, true);
        } catch (java.nio.charset.CharacterCodingException e) {
            return new Testimony(file, List.of(), false);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the witness cannot be read", e);
        }
    }

    /** The files to which nobody writes any more. */
    List<Path> finished() {
        Instant before = clock.instant().minus(WRITTEN);
        return files().stream().filter(file -> modified(file).isBefore(before)).toList();
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.MAX; // another node has just taken it away
        }
    }
}
