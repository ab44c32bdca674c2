package health.chiron.launcher.tools;

import health.chiron.launcher.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Chiron's own folder: the one with the script, the build and the server's configuration.
 *
 * @param root its absolute path
 */
public record Home(Path root) {

    /** Named by CHIRON_HOME, else the nearest folder upwards from here that holds the script and docker/. */
    public static Home find() {
        String named = System.getenv("CHIRON_HOME");
        if (named != null) {
            return new Home(Path.of(named).toAbsolutePath().normalize());
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path candidate = here; candidate != null; candidate = candidate.getParent()) {
            if (Files.isRegularFile(candidate.resolve("chiron"))
                    && Files.isDirectory(candidate.resolve("docker/payara"))) {
                return new Home(candidate);
            }
        }
        throw new LauncherException("Chiron's folder was not found from " + here + "; name it in CHIRON_HOME.");
    }

    /** The deployable that the build left. */
    public Path ear() {
        return root.resolve("ear/target/chiron.ear");
    }

    /** The server's configuration. */
    public Path payara() {
        return root.resolve("docker/payara");
    }

    /** The database's configuration. */
    public Path postgres() {
        return root.resolve("docker/postgres");
    }

    /** Unpacked programs: CHIRON_TOOLS, else .tools here. */
    public Path tools() {
        String named = System.getenv("CHIRON_TOOLS");
        return named == null
                ? root.resolve(".tools")
                : Path.of(named).toAbsolutePath().normalize();
    }

    /** Where data goes when nobody says otherwise. */
    public Path defaultData() {
        return root.resolve("run");
    }
}
