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

    /** The code in the first message to somebody from this one on that has one; waits for it. */
    public String codeTo(String target, int messages) {
        return first(target, messages, CODE);
    }

    /** The secret of the first activation link to somebody from this message on; waits for it. */
    public String activationTo(String target, int messages) {
        return first(target, messages, TOKEN);
    }

    /** Waits until somebody has a message of this subject; gives the newest. */
    public String about(String target, String subject) {
        return allAbout(target, subject, 1).getLast();
    }

    /** Waits until somebody has so many messages of this subject; gives all that are there then. */
    public List<String> allAbout(String target, String subject, int messages) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(end)) {
            List<String> found = allAbout(target, subject);
            if (found.size() >= messages) {
                return found;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no message about «" + subject + "» arrived, or not enough");
    }

    /** Those of this subject that are there. */
    public List<String> allAbout(String target, String subject) {
        return to(target).stream()
                .filter(text -> text.contains("\nSubject: " + subject + "\n"))
                .toList();
    }

    // Letters are sent at the same time and arrive in no order: others may lie between.
    private String first(String target, int messages, Pattern pattern) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(end)) {
            Optional<String> found = to(target).stream()
                    .skip(messages - 1L)
                    .map(pattern::matcher)
                    .filter(Matcher::find)
                    .map(m -> m.group(1))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no such message among " + to(target).size());
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

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
