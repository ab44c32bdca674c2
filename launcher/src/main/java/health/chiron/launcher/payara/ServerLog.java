package health.chiron.launcher.payara;

import health.chiron.launcher.run.Signals;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what the server wrote since it was started, to find out early that a deployment failed. */
final class ServerLog {
    private static final List<String> FAILURES = List.of(
            "Boot Command deploy failed",
            "Boot Command deploy returned with result FAILURE",
            "Exception while loading the app",
            "Exception while deploying the app",
            "Address already in use",
            "Chiron does not serve: ");
    private static final int LONGEST_REASON = 400;

    private final Path file;
    private long seen;

    ServerLog(Path file) {
        this.file = file;
        this.seen = size();
    }

    private long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** What went wrong since the last look; empty when nothing did. */
    Optional<String> newFailure() {
        String fresh = read();
        return FAILURES.stream()
                .filter(fresh::contains)
                .findFirst()
                .map(failure -> shorten(fresh.substring(fresh.indexOf(failure))
                        .lines()
                        .findFirst()
                        .orElse(failure)));
    }

    /** The server first says that loading failed and a moment later why: waits for the second, else repeats the first. */
    String reasonAfter(String failure, Duration patience) {
        String best = failure;
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end) && Signals.pause()) {
            Optional<String> more = newFailure();
            if (more.isPresent() && more.get().length() > best.length()) {
                best = more.get();
            }
        }
        return best;
    }

    private static String shorten(String line) {
        String plain = line.replace("PlainTextActionReporterFAILURE", "")
                .replace("Description: deploy AdminCommand", "")
                .strip();
        return plain.length() > LONGEST_REASON ? plain.substring(0, LONGEST_REASON) + "..." : plain;
    }

    private String read() {
        long size = size();
        if (size < seen) {
            // The log turned over in between; the new file is read from its beginning.
            seen = 0;
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(seen);
            byte[] bytes = new byte[(int) Math.min(size - seen, Integer.MAX_VALUE / 2)];
            log.readFully(bytes);
            // A line that is still being written is left for the next look.
            int end = lastLineEnd(bytes);
            seen += end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        for (int i = bytes.length; i > 0; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }
}
