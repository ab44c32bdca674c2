package health.chiron.launcher.postgres;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL's programs are started. They refuse to run as root, so root starts them in a user namespace of their own
 * (they see themselves as nobody, the files stay root's), or as the user nobody where namespaces are forbidden.
 */
final class ServiceUser {
    private static final int NOBODY = 65_534;
    private static final int ROOT = 0;
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

    /**
     * Hands a file or folder, with all that is in it, over to the user that PostgreSQL runs as. Only root can and needs to;
     * a folder that changed hands before (the machine allowed another way then) is taken back.
     */
    void own(Path folder) {
        if (prefix.isEmpty()) {
            return;
        }
        int owner = prefix.equals(AS_NOBODY) ? NOBODY : ROOT;
        try {
            if (Files.getAttribute(folder, "unix:uid").equals(owner)) {
                return;
            }
            try (var files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
                    Files.setAttribute(file, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException e) {
            throw new LauncherException(
                    folder + " cannot be handed to PostgreSQL's user: " + DataFolder.reason(e) + ".", e);
        }
    }

    /** @throws LauncherException when PostgreSQL's user cannot enter a folder, because one above it is closed to others */
    void requireReach(Path folder) {
        if (prefix.equals(AS_NOBODY) && !runs(command(false, List.of("test", "-x", folder.toString())))) {
            throw new LauncherException("PostgreSQL runs as the user nobody here and cannot enter " + folder
                    + "; choose a folder that is open to all users with --data or CHIRON_TOOLS.");
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(ROOT);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        return runs(command);
    }

    private static boolean runs(List<String> command) {
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
