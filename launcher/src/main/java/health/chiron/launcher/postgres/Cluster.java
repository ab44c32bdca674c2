package health.chiron.launcher.postgres;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.ProcessId;
import health.chiron.launcher.run.Signals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One PostgreSQL data directory: made once, then started and stopped as a process of its own. */
public final class Cluster {
    private static final Duration PATIENCE_FOR_STOP = Duration.ofSeconds(30);

    private final Path programs;
    private final Path data;
    private final Path settings;
    private final Path log;
    private final ServiceUser user = ServiceUser.choose();

    /**
     * @param programs PostgreSQL's unpacked folder
     * @param data the data directory, made by {@link #makeIfMissing}
     * @param settings Chiron's settings, copied into the data directory at each start
     * @param log where the server writes
     */
    public Cluster(Path programs, Path data, Path settings, Path log) {
        this.programs = programs;
        this.data = data;
        this.settings = settings;
        this.log = log;
    }

    /**
     * Makes the data directory with checksums, UTF-8 and a collation that does not change with the operating system.
     *
     * @throws LauncherException when there is one of another major version
     */
    public void makeIfMissing(String superuser, String password) {
        user.requireReach(programs.resolve("bin"));
        user.requireReach(data.getParent());
        if (Files.exists(data.resolve("PG_VERSION"))) {
            requireSameMajor();
            return;
        }
        Path half = data.resolveSibling(data.getFileName() + ".part");
        Path passwordFile = data.resolveSibling(data.getFileName() + ".password");
        DataFolder.delete(half);
        try {
            Files.createDirectory(
                    half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(passwordFile, "");
            Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(passwordFile, password);
            user.own(half);
            user.own(passwordFile);
            initialise(half, superuser, passwordFile);
            Files.writeString(
                    half.resolve("postgresql.conf"), "\ninclude = 'chiron.conf'\n", StandardOpenOption.APPEND);
            Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LauncherException(
                    "The database folder " + data + " cannot be made: " + DataFolder.reason(e) + ".", e);
        } finally {
            DataFolder.delete(passwordFile);
        }
    }

    private void initialise(Path target, String superuser, Path passwordFile) throws IOException {
        Process initdb = process(
                false,
                List.of(
                        programs.resolve("bin/initdb").toString(),
                        "--pgdata=" + target,
                        "--username=" + superuser,
                        "--pwfile=" + passwordFile,
                        "--auth-host=scram-sha-256",
                        "--auth-local=reject",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C.UTF-8",
                        "--data-checksums",
                        "--no-instructions",
                        "--no-sync"));
        try {
            if (!initdb.waitFor(2, TimeUnit.MINUTES) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new LauncherException("PostgreSQL could not make its data folder; " + log + " says why.");
            }
        } catch (InterruptedException e) {
            initdb.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LauncherException("Making the database folder was interrupted.", e);
        }
    }

    private void requireSameMajor() {
        try {
            String major = Files.readString(data.resolve("PG_VERSION")).strip();
            String ours = programs.getFileName().toString().replaceAll("^postgresql-(\\d+).*", "$1");
            if (!major.equals(ours)) {
                throw new LauncherException(
                        "The data folder holds a database of PostgreSQL " + major + ", but this Chiron brings " + ours
                                + "; use another folder with --data, or export from the old one and import here.");
            }
        } catch (IOException e) {
            throw new LauncherException(
                    "The database folder " + data + " cannot be read: " + DataFolder.reason(e) + ".", e);
        }
    }

    /**
     * Starts the main process; whether it accepts connections is for the caller to find out.
     *
     * @param durable false switches the waiting for the disk off, for tests that throw the data away
     */
    public ProcessId start(int port, boolean durable) {
        List<String> command = new ArrayList<>(
                List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString(), "-c", "port=" + port));
        if (!durable) {
            // A commit is still handed to the operating system before it is confirmed: tests kill the database and go
            // on with it.
            command.addAll(List.of("-c", "fsync=off", "-c", "full_page_writes=off"));
        }
        try {
            user.own(data);
            Files.copy(settings, data.resolve("chiron.conf"), StandardCopyOption.REPLACE_EXISTING);
            user.own(data.resolve("chiron.conf"));
            Process process = process(true, command);
            return ProcessId.of(process.pid()).orElseGet(() -> ProcessId.gone(process.pid()));
        } catch (IOException e) {
            throw new LauncherException("PostgreSQL cannot be started: " + DataFolder.reason(e) + ".", e);
        }
    }

    /** Ends open sessions, writes everything down and stops. */
    public static void stop(ProcessId process) {
        Signals.end(process, "INT", PATIENCE_FOR_STOP);
    }

    private Process process(boolean ownSession, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(user.command(ownSession, command))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** The last fatal thing that PostgreSQL said, for an error's sentence. Its log holds nothing of what statements carry. */
    public String lastWords() {
        try {
            return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                    .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .reduce((earlier, later) -> later)
                    .map(line -> line.replaceFirst("^[^\\]]*\\]\\s*", ""))
                    .orElse("nothing");
        } catch (IOException e) {
            return "nothing";
        }
    }
}
