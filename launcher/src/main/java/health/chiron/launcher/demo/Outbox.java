package health.chiron.launcher.demo;

import health.chiron.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder where mail and SMS of the demo arrive; each message is read once. */
final class Outbox {
    private static final Pattern CODE = Pattern.compile("(?m)^Code: ([0-9]{6})$");
    private static final Pattern TOKEN = Pattern.compile("[?#]token=([A-Za-z0-9_-]+)");
    private static final Pattern USERNAME = Pattern.compile("(?m)^(?:Sign-in name|Anmeldename): (\\S+)$");
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 10;

    private final Path folder;
    private final Set<Path> read = new HashSet<>();

    /** What is there already is passed over. */
    Outbox(Path folder) {
        this.folder = folder;
        read.addAll(files());
    }

    /**
     * An invitation to set a password.
     *
     * @param username the name to sign in with
     * @param token the secret of the link
     */
    record Invitation(String username, String token) {
        @Override
        public String toString() {
            return "Invitation[...]";
        }
    }

    /** Waits for the next code to this mail address or number. */
    String codeFor(String contact) {
        String text = await(contact, CODE);
        return first(CODE, text);
    }

    /** Waits for the invitation to this mail address or number. */
    Invitation invitationFor(String contact) {
        String text = await(contact, TOKEN);
        return new Invitation(first(USERNAME, text), first(TOKEN, text));
    }

    private String await(String contact, Pattern wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> text = next(contact, wanted);
            if (text.isPresent()) {
                return text.get();
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LauncherException("Loading the demo data was interrupted.", e);
            }
        }
        throw new LauncherException("A message of the demo did not arrive in " + folder + " within "
                + PATIENCE.toSeconds() + " s; the server's log may say why.");
    }

    private Optional<String> next(String contact, Pattern wanted) {
        for (Path file : files()) {
            if (read.contains(file)) {
                continue;
            }
            String text = text(file);
            if (text.startsWith("To: " + contact + "\n") && wanted.matcher(text).find()) {
                read.add(file);
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new LauncherException("The outbox " + folder + " cannot be read.", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LauncherException("The message " + file.getFileName() + " cannot be read.", e);
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new LauncherException("A message of the demo does not hold what it should.");
        }
        return found.group(1);
    }
}
