package health.chiron.launcher;

import health.chiron.launcher.postgres.Bootstrap;
import health.chiron.launcher.postgres.Cluster;
import health.chiron.launcher.postgres.Migrations;
import health.chiron.launcher.run.Ports;
import health.chiron.launcher.run.ProcessId;
import health.chiron.launcher.run.Progress;
import health.chiron.launcher.run.RunState;
import health.chiron.launcher.run.Signals;
import health.chiron.launcher.secrets.Secrets;
import health.chiron.launcher.tools.Tools;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A running PostgreSQL with Chiron's roles, database and schemas. It can be stopped, killed and started again; closing stops
 * it and keeps the data.
 */
public final class Database implements AutoCloseable {
    /** The database's name. */
    public static final String NAME = "chiron";

    /** Replaying what a crash left behind can take a while. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PATIENCE_WITH_DEAD_CHILDREN = Duration.ofSeconds(10);

    private final DatabaseOptions options;
    private final Cluster cluster;
    private final Secrets secrets;
    private int port;
    private ProcessId process;

    private Database(DatabaseOptions options) {
        this.options = options;
        this.secrets = Secrets.in(options.data().secrets());
        this.cluster = new Cluster(
                Tools.in(options.home().tools(), options.progress()).postgres(),
                options.data().postgres(),
                options.home().postgres().resolve("chiron.conf"),
                options.data().logs().resolve("database.log"));
        this.port = options.port() == 0 ? Ports.freePreferably(lastPort()) : options.port();
    }

    /** A database keeps its port over restarts when it can, so that whoever noted it finds it again. */
    private int lastPort() {
        return RunState.read(options.data().state()).databasePort();
    }

    /** Makes what is missing, starts, prepares and migrates. */
    public static Database start(DatabaseOptions options) {
        Database database = open(options);
        boolean done = false;
        try {
            database.prepare();
            database.migrate();
            done = true;
        } finally {
            if (!done) {
                database.close();
            }
        }
        return database;
    }

    /** Starts without preparing or migrating: for tests that migrate step by step. */
    public static Database open(DatabaseOptions options) {
        options.data().prepare();
        Database database = new Database(options);
        Progress progress = options.progress();
        database.secrets.makeMissing();
        Credentials superuser = database.secrets.of(DatabaseRole.SUPERUSER);
        if (!java.nio.file.Files.exists(options.data().postgres())) {
            progress.step("Making the database", () -> database.makeCluster(superuser));
        } else {
            database.makeCluster(superuser);
        }
        progress.step("Starting PostgreSQL on port " + database.port, database::start);
        return database;
    }

    private void makeCluster(Credentials superuser) {
        cluster.makeIfMissing(superuser.username(), superuser.password());
    }

    /** Roles, database, extensions and schemas; harmless when they are there. */
    public void prepare() {
        Map<String, String> passwords = Map.of(
                "owner_password", credentials(DatabaseRole.OWNER).password(),
                "app_password", credentials(DatabaseRole.APP).password());
        options.progress().step("Preparing roles and schemas", () -> {
            try (Connection connection = connect(DatabaseRole.SUPERUSER, "postgres")) {
                Bootstrap.cluster(connection, passwords);
                Bootstrap.makeDatabase(connection, NAME, DatabaseRole.OWNER.username());
            } catch (SQLException e) {
                throw new LauncherException("PostgreSQL refused its superuser (" + e.getSQLState() + ").", e);
            }
            try (Connection connection = connect(DatabaseRole.SUPERUSER)) {
                Bootstrap.database(connection, passwords);
            } catch (SQLException e) {
                throw new LauncherException("PostgreSQL refused its superuser (" + e.getSQLState() + ").", e);
            }
        });
    }

    /** Runs the missing migrations. */
    public void migrate() {
        options.progress()
                .step("Migrating the schemas", () -> Migrations.run(jdbcUrl(), credentials(DatabaseRole.OWNER)));
    }

    /**
     * Starts the stopped or killed database again on the same port and waits until it answers. After a crash, children of the
     * dead main process may still hold its memory, and the first attempt fails: it is repeated for a while.
     */
    public void start() {
        if (isRunning()) {
            return;
        }
        Instant begin = Instant.now();
        process = cluster.start(port, options.durable());
        while (!answers()) {
            Duration waited = Duration.between(begin, Instant.now());
            if (waited.compareTo(process.isAlive() ? PATIENCE : PATIENCE_WITH_DEAD_CHILDREN) > 0) {
                stop();
                throw new LauncherException("PostgreSQL does not start; its last words in "
                        + options.data().logs().resolve("database.log") + " are: " + cluster.lastWords());
            }
            if (!process.isAlive()) {
                Signals.pause();
                leaveTakenPort();
                process = cluster.start(port, options.durable());
            }
            if (!Signals.pause()) {
                stop();
                throw new LauncherException("Starting PostgreSQL was interrupted.");
            }
        }
    }

    /** Between choosing a port and listening on it, another program may have been quicker. */
    private void leaveTakenPort() {
        if (Ports.isFree("127.0.0.1", port)) {
            return;
        }
        if (options.port() != 0) {
            throw new LauncherException("Port " + port + " was taken by another program a moment ago.");
        }
        port = Ports.free();
    }

    private boolean answers() {
        try (Connection connection = connect(DatabaseRole.SUPERUSER, "postgres")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Ends open sessions and stops. */
    public void stop() {
        Cluster.stop(process);
    }

    /** Ends the main process as a power cut would: nothing is written down before. */
    public void kill() {
        Signals.end(process, "KILL", Duration.ofSeconds(10));
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The main process. */
    public ProcessId process() {
        return process;
    }

    public int port() {
        return port;
    }

    /** Where Chiron's database is; name and password come from {@link #credentials}. */
    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=5";
    }

    public Credentials credentials(DatabaseRole role) {
        return secrets.of(role);
    }

    /** A connection of its own to Chiron's database; the caller closes it. */
    public Connection connect(DatabaseRole role) throws SQLException {
        return connect(role, NAME);
    }

    private Connection connect(DatabaseRole role, String database) throws SQLException {
        Credentials credentials = credentials(role);
        return DriverManager.getConnection(jdbcUrl(database), credentials.username(), credentials.password());
    }

    @Override
    public void close() {
        if (isRunning()) {
            stop();
        }
    }
}
