package health.chiron.acceptance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the messages that owners get. */
public final class Outbox {
    private static final Pattern CODE = Pattern.compile("(?m)^Code: (\\d{6})$");
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");

    private final Path folder;

    Outbox(Path folder) {
        this.folder = folder;
    }

    /** The code in the newest message to somebody that has one; waits for it. */
    public String codeTo(String target, int messages) {
        return find(message(target, messages), CODE);
    }

    /** The secret of the newest activation link to somebody; waits for it. */
    public String activationTo(String target, int messages) {
        return find(message(target, messages), TOKEN);
    }

    /** All messages to somebody, oldest first. */
    public List<String> to(String target) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".txt"))
                    .sorted()
                    .map(Outbox::read)
                    .filter(text -> text.startsWith("To: " + target + "\n"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until somebody has so many messages, and gives the last. */
    public String message(String target, int messages) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(end)) {
            List<String> found = to(target);
            if (found.size() >= messages) {
                return found.get(messages - 1);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("only " + to(target).size() + " messages arrived");
    }

    private static String find(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return Optional.of(matcher).filter(Matcher::find).map(m -> m.group(1)).orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
