package health.chiron.launcher.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Which PostgreSQL and which server belong to this build, as the build noted it.
 *
 * @param postgresSha256 of PostgreSQL's archive, in hex
 * @param payaraArchive where Maven put the server's archive
 * @param payaraSha256 of the server's archive, in hex
 */
record Parts(
        String postgresVersion, String postgresSha256, String payaraVersion, Path payaraArchive, String payaraSha256) {

    static Parts ofThisBuild() {
        Properties noted = new Properties();
        try (InputStream in = Parts.class.getResourceAsStream("/health/chiron/launcher/parts.properties")) {
            noted.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of parts in the launcher's jar is unreadable", e);
        }
        return new Parts(
                noted.getProperty("postgresql.version"),
                noted.getProperty("postgresql.sha256"),
                noted.getProperty("payara.version"),
                Path.of(noted.getProperty("payara.archive")),
                noted.getProperty("payara.sha256"));
    }
}
