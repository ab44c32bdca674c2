package health.chiron.domain.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The migrations that belong to this build, by version with their checksums. The build writes their list beside them; the
 * checksum is the one that Flyway notes in its history (CRC-32 over the lines), so that the application can compare without
 * carrying Flyway.
 */
public final class OwnMigrations {
    private static final String LIST = "/db/migrations.list";
    private static final Pattern FILE = Pattern.compile("db/migration/.*/V(\\d+)__\\w+\\.sql");

    private final Map<BigInteger, Integer> checksums;

    /** @param checksums of each version */
    OwnMigrations(Map<BigInteger, Integer> checksums) {
        this.checksums = new TreeMap<>(checksums);
    }

    /**
     * A migration that a database says it has had.
     *
     * @param checksum null where the history holds none
     */
    public record Applied(String version, Integer checksum, boolean success) {}

    /**
     * Those of this build.
     *
     * @throws IllegalStateException when the build did not bring them along
     */
    public static OwnMigrations ofThisBuild() {
        Map<BigInteger, Integer> found = new TreeMap<>();
        for (String path : text(LIST).lines().toList()) {
            Matcher file = FILE.matcher(path);
            if (!file.matches()) {
                throw new IllegalStateException("not the name of a migration: " + path);
            }
            found.put(new BigInteger(file.group(1)), checksum(text("/" + path)));
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("this build brings no migrations");
        }
        return new OwnMigrations(found);
    }

    /** Why this build does not fit a database with this history, as words for the operator's log; empty when it fits. */
    public Optional<String> mismatch(Collection<Applied> history) {
        Map<BigInteger, Applied> had = new TreeMap<>();
        for (Applied one : history) {
            BigInteger version = new BigInteger(one.version());
            if (!one.success()) {
                return Optional.of("migration " + version + " has failed");
            }
            if (!checksums.containsKey(version)) {
                return Optional.of("the database is newer: this build does not know migration " + version);
            }
            had.put(version, one);
        }
        for (Map.Entry<BigInteger, Integer> own : checksums.entrySet()) {
            Applied one = had.get(own.getKey());
            if (one == null) {
                return Optional.of("migration " + own.getKey() + " is missing");
            }
            if (!own.getValue().equals(one.checksum())) {
                return Optional.of("migration " + own.getKey() + " is not the one of this build");
            }
        }
        return Optional.empty();
    }

    static int checksum(String sql) {
        CRC32 sum = new CRC32();
        sql.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    private static String text(String resource) {
        try (InputStream in = OwnMigrations.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
