package health.chiron.launcher.payara;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.DataFolder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The server's own folder inside a data folder. Its configuration is written anew from docker/payara whenever that, the server
 * or the deployable changed; what the server itself keeps between runs (timers, transaction log) stays.
 */
final class Domain {
    /** Changes with what {@link #configure} writes by itself, so that older folders are written anew. */
    private static final String LAYOUT = "2";

    private final Path root;
    private final Path glassfish;
    private final Path configuration;

    Domain(Path root, Path glassfish, Path configuration) {
        this.root = root;
        this.glassfish = glassfish;
        this.configuration = configuration;
    }

    Path root() {
        return root;
    }

    /** True when this configuration with this deployable is what the folder holds already. */
    boolean holds(Path deployable) {
        Path noted = root.resolve(".signature");
        try {
            return Files.exists(noted) && Files.readString(noted).equals(signature(deployable));
        } catch (IOException e) {
            return false;
        }
    }

    /** Remembers that the deployable was deployed and answered. */
    void note(Path deployable) {
        try {
            Files.writeString(root.resolve(".signature"), signature(deployable));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Writes the configuration and forgets whatever was deployed. */
    void configure(String adminPassword) {
        try {
            Files.createDirectories(root);
            Files.deleteIfExists(root.resolve(".signature"));
            for (String part : List.of("applications", "generated", "config", "docroot", "lib/applibs")) {
                DataFolder.delete(root.resolve(part));
            }
            forgetOtherServersCache();
            Path config = Files.createDirectories(root.resolve("config"));
            Path stock = glassfish.resolve("domains/domain1/config");
            for (String file : List.of(
                    "default-web.xml",
                    "domain-passwords",
                    "login.conf",
                    "server.policy",
                    "restrict.server.policy",
                    "javaee.server.policy")) {
                Files.copy(stock.resolve(file), config.resolve(file));
            }
            for (String file : List.of("domain.xml", "logging.properties")) {
                Files.copy(configuration.resolve(file), config.resolve(file));
            }
            KeyStores.writeEmpty(config.resolve("keystore.p12"));
            KeyStores.writeTrusted(config.resolve("cacerts.p12"));
            Files.writeString(config.resolve("keyfile"), "");
            Files.writeString(config.resolve("admin-keyfile"), AdminKeyfile.line(adminPassword));
            Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rwx------"));
            copyFolder(configuration.resolve("docroot"), root.resolve("docroot"));
            Path libraries =
                    Files.createDirectories(root.resolve("lib/databases")).getParent();
            Files.copy(driver(), libraries.resolve("postgresql.jar"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The cache of bundles holds absolute paths into the server's folder. */
    private void forgetOtherServersCache() throws IOException {
        Path noted = root.resolve(".server");
        if (!Files.exists(noted) || !Files.readString(noted).equals(glassfish.toString())) {
            DataFolder.delete(root.resolve("osgi-cache"));
            Files.writeString(noted, glassfish.toString());
        }
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private String signature(Path deployable) throws IOException {
        Digests all = new Digests();
        all.add(LAYOUT);
        all.add(glassfish.toString());
        try (var files = Files.walk(configuration)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                all.add(file);
            }
        }
        all.add(driver());
        all.add(deployable);
        return all.hex();
    }

    /** The PostgreSQL driver that this very program uses. */
    private static Path driver() {
        try {
            return Path.of(org.postgresql.Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the driver was loaded from a file", e);
        }
    }

    private LauncherException unwritable(IOException e) {
        return new LauncherException(
                "The server's folder " + root + " cannot be written: " + DataFolder.reason(e) + ".", e);
    }
}
