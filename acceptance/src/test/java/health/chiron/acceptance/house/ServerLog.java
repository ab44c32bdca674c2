package health.chiron.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What the server writes into its log. */
public final class ServerLog {
    private final Path file = House.get().stack().data().logs().resolve("server.log");
    private final long from = size();

    private ServerLog() {}

    /** The log from here on. */
    public static ServerLog fromHere() {
        return new ServerLog();
    }

    /** What has been written since. */
    public String text() {
        try {
            byte[] all = Files.readAllBytes(file);
            // A log that has turned over since begins anew.
            int begin = (int) (all.length < from ? 0 : from);
            return new String(all, begin, all.length - begin, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until this has been written; gives everything since. */
    public String await(String words) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        String text = text();
        while (!text.contains(words) && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            text = text();
        }
        assertThat(text).contains(words);
        return text;
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
