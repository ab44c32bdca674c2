package health.chiron.launcher.cli;

import health.chiron.launcher.payara.AppServer;
import health.chiron.launcher.postgres.Cluster;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.ProcessId;
import health.chiron.launcher.run.Progress;
import health.chiron.launcher.run.RunState;
import health.chiron.launcher.run.Signals;
import health.chiron.launcher.tools.Home;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stops what runs on a data folder: the launcher at its terminal, the server, the database; nothing else. */
final class Down implements Command {
    private static final Duration PATIENCE_WITH_LAUNCHER = Duration.ofSeconds(70);

    private final Map<String, String> environment;

    Down(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int run(List<String> line) {
        Arguments arguments = Arguments.parse(line, Set.of(DataOption.NAME), Set.of(), environment);
        DataFolder data = DataOption.of(arguments, Home.find());
        if (!stop(data, Progress.to(System.out))) {
            System.out.println("Nothing runs on the data folder " + data.root() + ".");
        }
        return 0;
    }

    /** Stops everything; false when nothing ran. */
    static boolean stop(DataFolder data, Progress progress) {
        RunState state = RunState.read(data.state());
        Optional<ProcessId> launcher = state.liveLauncher();
        boolean anything = launcher.isPresent();
        launcher.ifPresent(process -> progress.step("Stopping the launcher at its terminal", () -> {
            Signals.send(process, "TERM");
            Signals.awaitGone(process, PATIENCE_WITH_LAUNCHER);
        }));
        Optional<ProcessId> server = state.liveServer();
        anything |= server.isPresent();
        server.ifPresent(process -> progress.step("Stopping the server", () -> AppServer.stop(process)));
        Optional<ProcessId> database = state.liveDatabase();
        anything |= database.isPresent();
        database.ifPresent(process -> progress.step("Stopping PostgreSQL", () -> Cluster.stop(process)));
        return anything;
    }
}
