package health.chiron.bench;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.Stack;
import health.chiron.launcher.StackOptions;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.ProcessId;
import health.chiron.launcher.run.Progress;
import health.chiron.launcher.tools.Home;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code ./chiron bench}: what the main operations of the API cost beside the SQL that they come down to. A Chiron of its own, as
 * safe as in production, is measured in short rounds that take turns with plain JDBC, so that whatever else the machine does hits
 * both sides alike.
 */
public final class Bench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int CLIENTS_TO_WARM_UP = 8;

    private final Options options;
    private final Stack stack;
    private final World world;
    private final Backlog backlog;
    private final List<Comparison> comparisons = new ArrayList<>();

    private Bench(Options options, Stack stack, World world, Backlog backlog) {
        this.options = options;
        this.stack = stack;
        this.world = world;
        this.backlog = backlog;
    }

    /** Runs it. Ends with 0, or with 1 when an answer was wrong or nothing could be measured; missed targets are only told. */
    public static void main(String[] line) throws Exception {
        List<String> words = List.of(line);
        if (words.contains("--help")) {
            OUT.println(Options.HELP);
            return;
        }
        Options options;
        try {
            options = Options.of(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(options));
    }

    private static int run(Options options) throws InterruptedException {
        Path target = Home.find().root().resolve("bench/target");
        Path folder = target.resolve("run-" + ProcessHandle.current().pid());
        try {
            List<Target> targets = measure(options, folder, target.resolve("bench.json"));
            return targets.get(targets.size() - 1).held() ? 0 : 1;
        } catch (LauncherException | IllegalStateException | WrongAnswer | IOException | SQLException e) {
            System.err.println("The bench could not measure: " + e.getMessage());
            return 1;
        } finally {
            DataFolder.delete(folder);
        }
    }

    private static List<Target> measure(Options options, Path folder, Path json)
            throws IOException, SQLException, InterruptedException {
        Progress progress = Progress.to(OUT);
        Instant begin = Instant.now();
        try (Stack stack = Stack.start(StackOptions.in(folder)
                .telling(progress)
                // All clients call from one address; what limits cost there would be the refusals.
                .withSettings(Map.of("CHIRON_LIMIT_EXEMPT", "127.0.0.1, ::1")))) {
            Thread closing = new Thread(stack::close, "bench-closes");
            Runtime.getRuntime().addShutdownHook(closing);
            double firstStart = secondsSince(begin);
            World world = making(progress, stack);
            Bench bench;
            try (Backlog backlog = Backlog.of(stack)) {
                bench = new Bench(options, stack, world, backlog);
                bench.compareAll(progress);
            }
            List<Ratio> ratios = options.wants("reach") ? reach(progress, options, stack, world) : List.of();
            double residentMb = residentMb(stack.server().process());
            double start = bench.restart(progress);
            List<Target> targets = Target.of(bench.comparisons, ratios, residentMb);
            bench.print(ratios, targets, firstStart, start, residentMb);
            new Report(
                            Instant.now().toString(),
                            Report.Machine.here(),
                            firstStart,
                            start,
                            residentMb,
                            bench.comparisons.stream().map(Report.Line::of).toList(),
                            ratios,
                            targets)
                    .write(json);
            OUT.println("All of it is in " + json + ".");
            Runtime.getRuntime().removeShutdownHook(closing);
            return targets;
        }
    }

    private static List<Ratio> reach(Progress progress, Options options, Stack stack, World world)
            throws IOException, SQLException, InterruptedException {
        progress.say("  Making 100,000 patients more");
        Reach reach = Reach.make(options, stack);
        progress.say("  Measuring what the access model costs");
        List<Ratio> ratios = reach.measure(world);
        ratios.forEach(each -> progress.say(String.format(Locale.ROOT, "  %s: %.2f", each.what(), each.ratio())));
        return ratios;
    }

    private static World making(Progress progress, Stack stack) throws SQLException {
        List<World> made = new ArrayList<>();
        List<SQLException> failed = new ArrayList<>();
        progress.step(
                "Making " + World.DOCTORS + " doctors, " + World.PATIENTS + " patients, " + World.VISITS + " visits",
                () -> {
                    try {
                        made.add(World.make(stack));
                    } catch (SQLException e) {
                        failed.add(e);
                    }
                });
        if (!failed.isEmpty()) {
            throw failed.get(0);
        }
        return made.get(0);
    }

    private void compareAll(Progress progress) throws IOException, SQLException, InterruptedException {
        List<Operation> operations = Operations.of(stack).stream()
                .filter(operation -> options.wants(operation.name()))
                .toList();
        List<Integer> statements = new ArrayList<>();
        try (SameSql same = SameSql.watch(stack)) {
            for (Operation operation : operations) {
                statements.add(same.statementsOf(operation, world.doctor(0)));
            }
        }
        progress.say("  Warming up");
        for (Operation operation : operations) {
            warmUp(operation);
        }
        for (int i = 0; i < operations.size(); i++) {
            compare(operations.get(i), statements.get(i), progress);
        }
    }

    /** All operations before any is measured, for they share most of the server's code, which gets fast with use. */
    private void warmUp(Operation operation) throws IOException, SQLException, InterruptedException {
        try (Crowd api = Crowd.of(operation.api(), world);
                Crowd jdbc = Crowd.of(operation.jdbc(), world)) {
            Round.run(api.first(CLIENTS_TO_WARM_UP), options.warmUp());
            Round.run(jdbc.first(CLIENTS_TO_WARM_UP), options.warmUp().dividedBy(4));
        }
    }

    private void compare(Operation operation, int statements, Progress progress)
            throws IOException, SQLException, InterruptedException {
        try (Crowd api = Crowd.of(operation.api(), world);
                Crowd jdbc = Crowd.of(operation.jdbc(), world)) {
            for (int clients : options.clients()) {
                Comparison comparison = rounds(operation, statements, clients, api, jdbc);
                comparisons.add(comparison);
                progress.say(String.format(
                        Locale.ROOT,
                        "  %s, %d clients: %.0f/s, plain JDBC %.0f/s, ratio %.2f",
                        operation.name(),
                        clients,
                        comparison.api().perSecond(),
                        comparison.jdbc().perSecond(),
                        comparison.ratio()));
            }
        }
    }

    private Comparison rounds(Operation operation, int statements, int clients, Crowd api, Crowd jdbc)
            throws IOException, SQLException, InterruptedException {
        Figures ofApi = Figures.NONE;
        Figures ofJdbc = Figures.NONE;
        Optional<String> apiError = Optional.empty();
        Optional<String> jdbcError = Optional.empty();
        for (int round = 0; round < options.rounds(); round++) {
            Round.Result one = round(api.first(clients));
            Round.Result other = round(jdbc.first(clients));
            ofApi = ofApi.and(one.figures());
            ofJdbc = ofJdbc.and(other.figures());
            apiError = apiError.or(one::firstError);
            jdbcError = jdbcError.or(other::firstError);
        }
        return new Comparison(
                operation.kind(), operation.name(), clients, statements, ofApi, ofJdbc, apiError, jdbcError);
    }

    private Round.Result round(List<Client> clients) throws IOException, SQLException, InterruptedException {
        backlog.awaitNone();
        Cpu before = Cpu.now(stack);
        Round.Result result = Round.run(clients, options.seconds());
        return new Round.Result(result.figures().costing(Cpu.now(stack).since(before)), result.firstError());
    }

    /** The time that the server takes to serve again, with the application deployed and the database up. */
    private double restart(Progress progress) {
        progress.step("Stopping the server", () -> stack.server().stop());
        Instant begin = Instant.now();
        stack.startServer();
        return secondsSince(begin);
    }

    private void print(List<Ratio> ratios, List<Target> targets, double firstStart, double start, double residentMb) {
        Report.Machine machine = Report.Machine.here();
        OUT.println();
        if (!comparisons.isEmpty()) {
            OUT.println(ResultTable.of(comparisons));
        }
        if (!ratios.isEmpty()) {
            OUT.println(ResultTable.ofRatios(ratios));
        }
        OUT.printf(
                Locale.ROOT,
                "Times in milliseconds; %d rounds of %d s for each side in turn; %d cores shared by clients, server and database; %s.%n",
                options.rounds(),
                options.seconds().toSeconds(),
                machine.cores(),
                machine.java());
        OUT.printf(
                Locale.ROOT,
                "The first start with migration and deployment took %.1f s, a later start of the server %.1f s; it had %.0f MB resident after the run.%n",
                firstStart,
                start,
                residentMb);
        for (Comparison each : comparisons) {
            each.apiError().ifPresent(error -> OUT.println(each.operation() + ", API: " + error));
            each.jdbcError().ifPresent(error -> OUT.println(each.operation() + ", JDBC: " + error));
        }
        OUT.println();
        targets.forEach(target ->
                OUT.println((target.held() ? "held    " : "MISSED  ") + target.promise() + ": " + target.measured()));
    }

    private static double secondsSince(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis() / 1e3;
    }

    private static double residentMb(ProcessId server) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + server.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .sum()
                    / 1024.0;
        }
    }
}
