package health.chiron.launcher.cli;

import health.chiron.launcher.Credentials;
import health.chiron.launcher.Database;
import health.chiron.launcher.DatabaseRole;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.rescue.WayBackIn;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.RunState;
import health.chiron.launcher.secrets.Secrets;
import health.chiron.launcher.tools.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets a platform administrator in again: unlocks, takes into use, removes the second factor if asked, and prints a one-time link to
 * a new password. On the database that CHIRON_DB_URL names, else on the demo's; the application may run or not.
 */
final class Rescue implements Command {
    private static final int KEY_BYTES = 32;

    private final Map<String, String> environment;

    Rescue(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Where the database is, and what else is needed to work on it. */
    private record Place(String url, Credentials owner, Path auditKey, String publicUrl) {}

    @Override
    public int run(List<String> line) {
        Arguments arguments =
                Arguments.parse(line, Set.of(DataOption.NAME), Set.of("--second-factor-off"), environment);
        if (arguments.rest().size() != 1) {
            throw new UsageException("./chiron rescue takes the sign-in name of one platform administrator.");
        }
        Place place = place(arguments);
        byte[] key = key(place.auditKey());
        try (Connection connection = DriverManager.getConnection(
                place.url(), place.owner().username(), place.owner().password())) {
            String link = new WayBackIn(connection, key, Clock.systemUTC())
                    .open(arguments.rest().get(0), arguments.has("--second-factor-off"));
            System.out.println(
                    "The account is open again. Set a new password within thirty minutes; the link works once:");
            System.out.println(place.publicUrl() + link);
            return 0;
        } catch (SQLException e) {
            throw new LauncherException("The database refused it (" + e.getSQLState() + "); nothing was changed.", e);
        }
    }

    private Place place(Arguments arguments) {
        String url = environment.get("CHIRON_DB_URL");
        if (url != null && !url.isBlank()) {
            OwnerAccess owner = new OwnerAccess(environment);
            return new Place(
                    owner.url(),
                    owner.credentials(),
                    Path.of(owner.required("CHIRON_AUDIT_KEY_FILE")),
                    owner.required("CHIRON_PUBLIC_URL"));
        }
        DataFolder data = DataOption.of(arguments, Home.find());
        RunState state = RunState.read(data.state());
        if (state.liveDatabase().isEmpty()) {
            throw DataOption.notRunning(data);
        }
        Secrets secrets = Secrets.in(data.secrets());
        return new Place(
                "jdbc:postgresql://127.0.0.1:" + state.databasePort() + "/" + Database.NAME,
                secrets.of(DatabaseRole.OWNER),
                secrets.file(Secrets.AUDIT_KEY),
                "http://localhost:" + state.httpPort());
    }

    /** Without the key there is no row that the verifier believes, and without such a row there is no help. */
    private static byte[] key(Path file) {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new LauncherException("The audit key " + file + " cannot be read; without it nothing is changed.", e);
        }
        throw new LauncherException("The audit key " + file + " has not " + KEY_BYTES + " bytes; nothing is changed.");
    }
}
