package health.chiron.launcher.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/** Which PostgreSQL and which server belong to this build, as the build noted it. */
record Parts(String postgresVersion, String payaraVersion, Path payaraArchive) {

    static Parts ofThisBuild() {
        Properties noted = new Properties();
        try (InputStream in = Parts.class.getResourceAsStream("/health/chiron/launcher/parts.properties")) {
            noted.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of parts in the launcher's jar is unreadable", e);
        }
        return new Parts(
                noted.getProperty("postgresql.version"),
                noted.getProperty("payara.version"),
                Path.of(noted.getProperty("payara.archive")));
    }
}
