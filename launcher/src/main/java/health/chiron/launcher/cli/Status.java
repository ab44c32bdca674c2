package health.chiron.launcher.cli;

import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.ProcessId;
import health.chiron.launcher.run.RunState;
import health.chiron.launcher.tools.Home;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what runs on a data folder. The exit code is 0 when all of it runs and 3 otherwise. */
final class Status implements Command {
    private static final int NOT_RUNNING = 3;
    private static final long MEGABYTE = 1024 * 1024;

    private final Map<String, String> environment;

    Status(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int run(List<String> line) {
        Arguments arguments = Arguments.parse(line, Set.of(DataOption.NAME), Set.of(), environment);
        DataFolder data = DataOption.of(arguments, Home.find());
        RunState state = RunState.read(data.state());
        System.out.println("Data      " + data.root());
        describe("Server  ", state.liveServer(), "http://localhost:" + state.httpPort());
        describe("Database", state.liveDatabase(), "127.0.0.1:" + state.databasePort());
        return state.liveServer().isPresent() && state.liveDatabase().isPresent() ? 0 : NOT_RUNNING;
    }

    private static void describe(String name, Optional<ProcessId> process, String where) {
        System.out.println(process.map(running -> name + "  runs on " + where + ", process " + running.pid() + ", "
                        + running.residentBytes() / MEGABYTE + " MB in memory")
                .orElse(name + "  does not run"));
    }
}
