package health.chiron.launcher;

import health.chiron.launcher.payara.AppServer;
import health.chiron.launcher.payara.AppServerOptions;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.FolderLock;
import health.chiron.launcher.run.Ports;
import health.chiron.launcher.run.RunState;
import health.chiron.launcher.secrets.Secrets;
import health.chiron.launcher.tools.Tools;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole running Chiron: PostgreSQL and the server with the application, on a data folder of its own. For ./chiron up, for
 * tests and for the bench. Closing stops both and keeps the data; {@link #detach} leaves them running.
 */
public final class Stack implements AutoCloseable {
    /** Both faces answer 200 when the application serves; one may come up a moment before the other. */
    public static final List<String> READY_PATHS = List.of("/api/v1/health", "/portal/login");

    private final StackOptions options;
    private final FolderLock lock;
    private final Database database;
    private final AppServer server;
    private boolean detached;

    private Stack(StackOptions options, FolderLock lock, Database database, AppServer server) {
        this.options = options;
        this.lock = lock;
        this.database = database;
        this.server = server;
    }

    /**
     * Starts both parts and returns when the application serves.
     *
     * @throws LauncherException with one sentence when that is not possible; then nothing is left running
     */
    public static Stack start(StackOptions options) {
        DataFolder data = options.data();
        data.prepare();
        FolderLock lock = FolderLock.take(
                data.lock(), "Another Chiron is starting or running on the data folder " + data.root() + ".");
        Stack stack = null;
        try {
            stack = start(options, lock);
        } finally {
            if (stack == null) {
                lock.close();
            }
        }
        return stack;
    }

    private static Stack start(StackOptions options, FolderLock lock) {
        DataFolder data = options.data();
        refuseWhenRunning(data);
        if (!Files.exists(options.deployable())) {
            throw new LauncherException("There is no " + options.deployable() + " to deploy; build first.");
        }
        int port = Ports.claim(options.address(), options.port(), "--port or CHIRON_PORT");
        if (options.databasePort() != 0) {
            Ports.claim("127.0.0.1", options.databasePort(), "--db-port or CHIRON_DB_PORT");
        }
        Tools tools = Tools.in(options.home().tools(), options.progress());
        Path glassfish = tools.glassfish();
        Database database = Database.open(new DatabaseOptions(
                options.home(), data, options.databasePort(), options.durable(), options.progress()));
        Stack stack = new Stack(options, lock, database, server(options, data, glassfish, port, database));
        boolean done = false;
        try {
            stack.noteState();
            database.prepare();
            database.migrate();
            stack.startServer();
            done = true;
        } finally {
            if (!done) {
                stack.stopParts();
            }
        }
        return stack;
    }

    private static AppServer server(
            StackOptions options, DataFolder data, Path glassfish, int port, Database database) {
        return new AppServer(new AppServerOptions(
                glassfish,
                options.home().payara(),
                data,
                options.deployable().toAbsolutePath(),
                options.address(),
                port,
                Ports.free(),
                Secrets.in(data.secrets()).password(Secrets.SERVER_ADMIN),
                options.heap(),
                options.readyPaths(),
                settings(options, data, database, port),
                options.serverOptions()));
    }

    private static Map<String, String> settings(StackOptions options, DataFolder data, Database database, int port) {
        Map<String, String> settings = new HashMap<>(ServerEnvironment.of(data, database, "http://localhost:" + port));
        settings.putAll(options.settings());
        return settings;
    }

    /** A crashed launcher may have left its parts behind; then "down" is what a person wants. */
    private static void refuseWhenRunning(DataFolder data) {
        RunState state = RunState.read(data.state());
        if (state.liveServer().isPresent() || state.liveDatabase().isPresent()) {
            throw new LauncherException("Chiron is running already on the data folder " + data.root()
                    + "; ./chiron status shows it and ./chiron down stops it.");
        }
    }

    /** Starts the stopped or killed server again and waits until it serves. */
    public void startServer() {
        String how = server.isDeployed() ? "Starting the server" : "Starting the server and deploying Chiron";
        options.progress().step(how + " on port " + server.port(), () -> server.start(this::noteState));
    }

    /**
     * Starts the stopped server with other settings, for this once, and returns when the application says whether it serves: for
     * tests of a house that has to stay closed. It must have been deployed before.
     *
     * @param changed variables and their values; an empty value takes the variable away
     */
    public void startServerAnyhow(Map<String, String> changed) {
        Map<String, String> settings = settings(options, options.data(), database, server.port());
        settings.putAll(changed);
        settings.values().removeIf(String::isEmpty);
        server.startAnyhow(settings, this::noteState);
    }

    /** Starts the stopped or killed database again, on the same port. */
    public void startDatabase() {
        database.start();
        noteState();
    }

    private void noteState() {
        RunState.none()
                .withDatabase(database.process(), database.port())
                .withServer(server.process(), options.address(), server.port(), server.adminPort())
                .write(options.data().state());
    }

    /** Lets go of the running parts: closing this object no longer stops them. */
    public void detach() {
        detached = true;
    }

    /** PostgreSQL, which can be stopped and killed on its own; start it again with {@link #startDatabase}. */
    public Database database() {
        return database;
    }

    /** The server, which can be stopped and killed on its own; start it again with {@link #startServer}. */
    public AppServer server() {
        return server;
    }

    /** Where everything answers, without a slash at the end. */
    public String baseUrl() {
        return "http://localhost:" + server.port();
    }

    public URI portal() {
        return URI.create(baseUrl() + "/portal/");
    }

    public URI api() {
        return URI.create(baseUrl() + "/api/v1");
    }

    public URI apiDocuments() {
        return URI.create(baseUrl() + "/api/docs/");
    }

    /** The first administrator of a fresh installation. */
    public Credentials firstAdministrator() {
        return new Credentials(
                ServerEnvironment.FIRST_ADMIN,
                Secrets.in(options.data().secrets()).password(Secrets.FIRST_ADMIN));
    }

    /** Sign-in of the server's administration on {@link AppServer#adminPort}. */
    public Credentials serverAdministrator() {
        return new Credentials("admin", Secrets.in(options.data().secrets()).password(Secrets.SERVER_ADMIN));
    }

    public DataFolder data() {
        return options.data();
    }

    /** What is deployed. */
    public Path deployable() {
        return options.deployable();
    }

    /** Where mail and SMS arrive as files. */
    public Path outbox() {
        return options.data().outbox();
    }

    @Override
    public void close() {
        if (!detached) {
            stopParts();
        }
        lock.close();
    }

    private void stopParts() {
        server.close();
        database.close();
    }
}
