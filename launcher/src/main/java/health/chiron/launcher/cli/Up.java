package health.chiron.launcher.cli;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.Stack;
import health.chiron.launcher.StackOptions;
import health.chiron.launcher.demo.DemoData;
import health.chiron.launcher.demo.DemoFile;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.ProcessId;
import health.chiron.launcher.run.Progress;
import health.chiron.launcher.run.RunState;
import health.chiron.launcher.run.Signals;
import health.chiron.launcher.tools.Home;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts everything, says where it is, and stays until Ctrl-C. */
final class Up implements Command {
    private static final int USUAL_PORT = 8080;
    private static final Set<String> SETTINGS = Set.of("CHIRON_TRUSTED_PROXIES", "CHIRON_AUDIT_SYSLOG");

    private final Map<String, String> environment;
    private final Progress progress = Progress.to(System.out);

    Up(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int run(List<String> line) {
        Arguments arguments = Arguments.parse(
                line,
                Set.of("--port", "--db-port", "--bind", "--heap", DataOption.NAME),
                Set.of("--detach", "--no-demo"),
                environment);
        if (!arguments.rest().isEmpty()) {
            throw new UsageException(
                    "./chiron up takes options only, not \"" + arguments.rest().get(0) + "\".");
        }
        long begin = System.nanoTime();
        StackOptions options = options(arguments);
        // However this ends (Ctrl-C, a failure, "down"), the hook stops what was started so far.
        Foreground foreground = new Foreground();
        Runtime.getRuntime().addShutdownHook(new Thread(foreground::stop, "stop"));
        Stack stack = foreground.start(options);
        loadDemoData(stack, !arguments.has("--no-demo"));
        announce(stack, (System.nanoTime() - begin) / 1e9);
        if (arguments.has("--detach")) {
            foreground.letGo();
            return 0;
        }
        return stay(stack, foreground);
    }

    private StackOptions options(Arguments arguments) {
        Home home = Home.find();
        DataFolder data = DataOption.of(arguments, home);
        return new StackOptions(
                home,
                data,
                home.ear(),
                arguments.text("--bind", "CHIRON_BIND").orElse("127.0.0.1"),
                arguments.port("--port", "CHIRON_PORT").orElse(USUAL_PORT),
                arguments.port("--db-port", "CHIRON_DB_PORT").orElse(0),
                arguments.heap("--heap", "CHIRON_HEAP").orElse(StackOptions.DEFAULT_HEAP),
                true,
                Stack.READY_PATHS,
                progress,
                List.of(),
                ofThisShell(System.getenv()));
    }

    /** The limits, proxies and the log's collector that the operator set for this shell: a demo obeys them as a server in production does. */
    private static Map<String, String> ofThisShell(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable ->
                        variable.getKey().startsWith("CHIRON_LIMIT_") || SETTINGS.contains(variable.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void loadDemoData(Stack stack, boolean wanted) {
        if (wanted) {
            DemoData.load(stack, Home.find(), progress);
        } else {
            DemoData.skip(stack);
        }
    }

    private void announce(Stack stack, double seconds) {
        progress.say("");
        progress.say(String.format(Locale.ROOT, "Chiron is ready after %.0f s.", seconds));
        progress.say("  Portal   " + stack.portal());
        progress.say("  API      " + stack.api());
        progress.say("  OpenAPI  " + stack.apiDocuments());
        progress.say("  Outbox   " + stack.outbox() + "  (mail and SMS of the demo arrive here)");
        progress.say("");
        List<DemoFile.Account> accounts = DemoFile.read(stack.data()).accounts();
        int widest = accounts.stream()
                .mapToInt(account -> account.username().length())
                .max()
                .orElse(0);
        for (DemoFile.Account account : accounts) {
            String gap = " ".repeat(widest - account.username().length());
            progress.say(String.format(
                    Locale.ROOT, "  %-16s %s%s  %s", account.role(), account.username(), gap, account.password()));
        }
        progress.say("");
    }

    private int stay(Stack stack, Foreground foreground) {
        RunState.read(stack.data().state())
                .withLauncher(ProcessId.of(ProcessHandle.current().pid()).orElse(null))
                .write(stack.data().state());
        progress.say("Ctrl-C stops everything; the data stays until ./chiron reset.");
        while (stack.server().isRunning() && stack.database().isRunning()) {
            if (!Signals.pause()) {
                return 0;
            }
        }
        if (foreground.isStopping()) {
            return 0;
        }
        String dead = stack.server().isRunning() ? "The database" : "The server";
        foreground.stop();
        throw new LauncherException(
                dead + " ended by itself; the logs in " + stack.data().logs() + " say why.");
    }
}
