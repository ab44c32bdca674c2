package health.chiron.launcher.postgres;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL's programs are started. They refuse to run as root, so root starts them in a user namespace of their own
 * (they see themselves as nobody, the files stay root's), or as the user nobody where namespaces are forbidden.
 */
final class ServiceUser {
    private static final int NOBODY = 65_534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private final List<String> prefix;

    private ServiceUser(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The way that works for the user who asks. */
    static ServiceUser choose() {
        if (!isRoot()) {
            return new ServiceUser(List.of());
        }
        if (works(NAMESPACE)) {
            return new ServiceUser(NAMESPACE);
        }
        if (works(AS_NOBODY)) {
            return new ServiceUser(AS_NOBODY);
        }
        throw new LauncherException(
                "PostgreSQL does not run as root and this machine allows neither unshare -U nor setpriv;"
                        + " start Chiron as an ordinary user.");
    }

    /** The command with what has to stand before it. A new session keeps a terminal's Ctrl-C away from it. */
    List<String> command(boolean ownSession, List<String> command) {
        List<String> whole = new ArrayList<>();
        if (ownSession) {
            whole.add("setsid");
        }
        whole.addAll(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Hands a folder over to the user that PostgreSQL will run as. */
    void own(Path folder) {
        if (prefix != AS_NOBODY) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", NOBODY);
                Files.setAttribute(file, "unix:gid", NOBODY);
            }
        } catch (IOException e) {
            throw new LauncherException(
                    folder + " cannot be handed to the user nobody: " + DataFolder.reason(e) + ".", e);
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
