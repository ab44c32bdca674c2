package health.chiron.launcher.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What runs on a data folder, as noted in its state.json.
 *
 * @param launcher the foreground launcher, null when the parts run detached
 * @param database the PostgreSQL main process, null when it was stopped
 * @param server the Payara process, null when it was stopped
 * @param httpAddress the address that the portal and API listen on
 * @param httpPort the port of portal and API
 * @param adminPort the server's administration port on the loopback address
 * @param databasePort PostgreSQL's port on the loopback address
 */
public record RunState(
        ProcessId launcher,
        ProcessId database,
        ProcessId server,
        String httpAddress,
        int httpPort,
        int adminPort,
        int databasePort) {

    /** Nothing runs and no port is known. */
    public static RunState none() {
        return new RunState(null, null, null, "127.0.0.1", 0, 0, 0);
    }

    /** What the folder's file says; nothing when there is no file. */
    public static RunState read(Path file) {
        return Files.exists(file) ? Json.read(file, RunState.class) : none();
    }

    public void write(Path file) {
        Json.write(file, this);
    }

    public RunState withLauncher(ProcessId process) {
        return new RunState(process, database, server, httpAddress, httpPort, adminPort, databasePort);
    }

    public RunState withDatabase(ProcessId process, int port) {
        return new RunState(launcher, process, server, httpAddress, httpPort, adminPort, port);
    }

    public RunState withServer(ProcessId process, String address, int port, int admin) {
        return new RunState(launcher, database, process, address, port, admin, databasePort);
    }

    public Optional<ProcessId> liveLauncher() {
        return live(launcher);
    }

    public Optional<ProcessId> liveDatabase() {
        return live(database);
    }

    public Optional<ProcessId> liveServer() {
        return live(server);
    }

    private static Optional<ProcessId> live(ProcessId process) {
        return Optional.ofNullable(process).filter(ProcessId::isAlive);
    }
}
