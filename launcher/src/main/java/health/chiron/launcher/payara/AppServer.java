package health.chiron.launcher.payara;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.ProcessId;
import health.chiron.launcher.run.Signals;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Payara process with Chiron in it: starts, waits until it serves, stops, and can be killed and started again. */
public final class AppServer implements AutoCloseable {
    private static final Duration PATIENCE_FOR_START = Duration.ofMinutes(5);
    private static final Duration PATIENCE_FOR_REASON = Duration.ofSeconds(3);
    private static final Duration PATIENCE_FOR_STOP = Duration.ofSeconds(30);
    private static final int SERVES = 200;
    /** What the application answers when it has been loaded: that it serves, or that it does not. */
    private static final Set<Integer> ANSWERS = Set.of(SERVES, 503);

    private static final String MAIN = "com.sun.enterprise.glassfish.bootstrap.ASMain";

    private final AppServerOptions options;
    private final Domain domain;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private ProcessId process;

    public AppServer(AppServerOptions options) {
        this.options = options;
        this.domain = new Domain(options.data().payara(), options.glassfish(), options.configuration());
    }

    /** True when this very deployable is deployed already, and a start needs seconds only. */
    public boolean isDeployed() {
        return domain.holds(options.deployable());
    }

    /**
     * Starts the process, deploys when the deployable or the configuration changed, and waits until the application answers.
     *
     * @param launched told as soon as there is a process, so that its number is noted before the long wait
     * @throws LauncherException when it ends, when the deployment fails, or after five minutes; then nothing is left running
     */
    public void start(Runnable launched) {
        if (isRunning()) {
            return;
        }
        boolean deployed = isDeployed();
        if (!deployed) {
            domain.configure(options.adminPassword());
        }
        ServerLog log = new ServerLog(log());
        boolean ready = false;
        try {
            process = launch(!deployed, options.environment());
            launched.run();
            awaitReady(log);
            ready = true;
        } finally {
            if (!ready && isRunning()) {
                stop();
            }
        }
        if (!deployed) {
            domain.note(options.deployable());
        }
    }

    /**
     * Starts the deployed application with settings of which it may not approve, and waits until it says whether it serves.
     *
     * @param settings told to it in the place of its own
     * @param launched told as soon as there is a process
     */
    public void startAnyhow(Map<String, String> settings, Runnable launched) {
        process = launch(false, settings);
        launched.run();
        Instant end = Instant.now().plus(PATIENCE_FOR_START);
        while (!answers() && isRunning() && Instant.now().isBefore(end)) {
            if (!Signals.pause()) {
                throw new LauncherException("Starting the server was interrupted.");
            }
        }
    }

    private void awaitReady(ServerLog log) {
        Instant end = Instant.now().plus(PATIENCE_FOR_START);
        while (!isReady()) {
            log.newFailure().ifPresent(failure -> {
                throw new LauncherException("The server could not start Chiron: "
                        + log.reasonAfter(failure, PATIENCE_FOR_REASON) + " (more in " + log() + ").");
            });
            if (!isRunning()) {
                throw new LauncherException(
                        "The server ended while starting; " + console() + " and " + log() + " say why.");
            }
            if (Instant.now().isAfter(end)) {
                throw new LauncherException("The server did not answer " + String.join(" and ", options.readyPaths())
                        + " within " + PATIENCE_FOR_START.toMinutes() + " minutes; " + log() + " says why.");
            }
            if (!Signals.pause()) {
                throw new LauncherException("Starting the server was interrupted.");
            }
        }
    }

    /** Whether the application answers now that it serves. */
    public boolean isReady() {
        return options.readyPaths().stream().allMatch(path -> status(path) == SERVES);
    }

    private boolean answers() {
        return options.readyPaths().stream().allMatch(path -> ANSWERS.contains(status(path)));
    }

    /** How the application answers; 0 when it does not. */
    private int status(String path) {
        HttpRequest request = HttpRequest.newBuilder(baseUrl().resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private ProcessId launch(boolean deploy, Map<String, String> settings) {
        try {
            List<String> command = command();
            if (deploy) {
                Path commands = options.data().payara().resolve("deploy.asadmin");
                Files.writeString(commands, "deploy --name=chiron --force=true \"" + options.deployable() + "\"\n");
                command.addAll(List.of("-postbootcommandfile", commands.toString()));
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(domain.root().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.to(console().toFile()));
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("CHIRON_") || name.startsWith("MP_JWT_"));
            environment.put("AS_JAVA", System.getProperty("java.home"));
            environment.put("CHIRON_HTTP_ADDRESS", options.address());
            environment.put("CHIRON_HTTP_PORT", Integer.toString(options.port()));
            environment.put("CHIRON_ADMIN_PORT", Integer.toString(options.adminPort()));
            environment.put("CHIRON_LOG_DIR", options.data().logs().toString());
            // Without this, each of glibc's arenas may keep tens of megabytes that nobody uses.
            environment.put("MALLOC_ARENA_MAX", "2");
            environment.putAll(settings);
            Process started = builder.start();
            return ProcessId.of(started.pid())
                    .orElseThrow(() -> new LauncherException("The server ended at once; " + console() + " says why."));
        } catch (IOException e) {
            throw new LauncherException("The server cannot be started: " + DataFolder.reason(e) + ".", e);
        }
    }

    private List<String> command() throws IOException {
        Path root = domain.root();
        // A session of its own keeps a terminal's Ctrl-C away from the server: the launcher ends it in good order.
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + options.heap()));
        command.addAll(JvmOptions.read(
                options.configuration().resolve("jvm.options"),
                Runtime.version().feature(),
                Map.of(
                        "com.sun.aas.installRoot", options.glassfish().toString(),
                        "com.sun.aas.instanceRoot", root.toString())));
        command.addAll(options.jvmOptions());
        command.addAll(List.of(
                "-cp",
                options.glassfish().resolve("modules/glassfish.jar").toString(),
                MAIN,
                "-domainname",
                root.getFileName().toString(),
                "-domaindir",
                root.toString(),
                "-instancename",
                "server",
                "-type",
                "DAS",
                "-upgrade",
                "false",
                "-read-stdin",
                "false",
                "-verbose",
                "false"));
        return command;
    }

    /** Asks the server to end, and ends it by force when it has not within half a minute. */
    public void stop() {
        stop(process);
    }

    /** Ends a server that another program started. */
    public static void stop(ProcessId server) {
        Signals.end(server, "TERM", PATIENCE_FOR_STOP);
    }

    /** Ends the process at once, as a power cut would. */
    public void kill() {
        Signals.end(process, "KILL", Duration.ofSeconds(10));
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    public ProcessId process() {
        return process;
    }

    /** Where portal and API answer, seen from this machine; ends with a slash. */
    public URI baseUrl() {
        return URI.create("http://localhost:" + options.port() + "/");
    }

    public int port() {
        return options.port();
    }

    public int adminPort() {
        return options.adminPort();
    }

    /** The server's log. */
    public Path log() {
        return options.data().logs().resolve("server.log");
    }

    private Path console() {
        return options.data().logs().resolve("server-console.log");
    }

    @Override
    public void close() {
        if (isRunning()) {
            stop();
        }
    }
}
