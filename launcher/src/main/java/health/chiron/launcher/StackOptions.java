package health.chiron.launcher;

import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.Progress;
import health.chiron.launcher.tools.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a whole Chiron is to run.
 *
 * @param home where programs, configuration and deployable come from
 * @param data the folder that keeps everything
 * @param deployable the EAR, or a WAR in a test
 * @param address what portal and API listen on
 * @param port theirs; 0 chooses a free one
 * @param databasePort PostgreSQL's on the loopback address; 0 chooses a free one
 * @param heap the server's largest Java heap, as in 768m
 * @param durable false gives speed for data that is thrown away
 * @param readyPaths all answer 200 when the application serves
 * @param progress who is told about long steps
 * @param serverOptions further options of the server's Java process: an agent that measures tests
 * @param settings environment variables of the server beside those that the launcher sets
 */
public record StackOptions(
        Home home,
        DataFolder data,
        Path deployable,
        String address,
        int port,
        int databasePort,
        String heap,
        boolean durable,
        List<String> readyPaths,
        Progress progress,
        List<String> serverOptions,
        Map<String, String> settings) {

    /** Copies list and map. */
    public StackOptions {
        serverOptions = List.copyOf(serverOptions);
        settings = Map.copyOf(settings);
    }

    /** The heap when nobody says otherwise. */
    public static final String DEFAULT_HEAP = "640m";

    /** The built EAR on free ports of the loopback address, silent, with its data in this folder, which is made when missing. */
    public static StackOptions in(Path folder) {
        Home home = Home.find();
        return new StackOptions(
                home,
                new DataFolder(folder),
                home.ear(),
                "127.0.0.1",
                0,
                0,
                DEFAULT_HEAP,
                true,
                Stack.READY_PATHS,
                Progress.silent(),
                List.of(),
                Map.of());
    }

    /** The same without waiting for the disk: for tests that throw the data away. */
    public StackOptions throwAway() {
        return new StackOptions(
                home,
                data,
                deployable,
                address,
                port,
                databasePort,
                heap,
                false,
                readyPaths,
                progress,
                serverOptions,
                settings);
    }

    /** The same, telling somebody about long steps. */
    public StackOptions telling(Progress listener) {
        return new StackOptions(
                home,
                data,
                deployable,
                address,
                port,
                databasePort,
                heap,
                durable,
                readyPaths,
                listener,
                serverOptions,
                settings);
    }

    /** The same with another heap. */
    public StackOptions withHeap(String size) {
        return new StackOptions(
                home,
                data,
                deployable,
                address,
                port,
                databasePort,
                size,
                durable,
                readyPaths,
                progress,
                serverOptions,
                settings);
    }

    /** The same on these ports. */
    public StackOptions on(String listenAddress, int httpPort, int postgresPort) {
        return new StackOptions(
                home,
                data,
                deployable,
                listenAddress,
                httpPort,
                postgresPort,
                heap,
                durable,
                readyPaths,
                progress,
                serverOptions,
                settings);
    }

    /** The same with further options for the server's Java process. */
    public StackOptions withServerOptions(List<String> more) {
        return new StackOptions(
                home,
                data,
                deployable,
                address,
                port,
                databasePort,
                heap,
                durable,
                readyPaths,
                progress,
                more,
                settings);
    }

    /** The same with further environment variables for the server. */
    public StackOptions withSettings(Map<String, String> more) {
        return new StackOptions(
                home,
                data,
                deployable,
                address,
                port,
                databasePort,
                heap,
                durable,
                readyPaths,
                progress,
                serverOptions,
                more);
    }
}
