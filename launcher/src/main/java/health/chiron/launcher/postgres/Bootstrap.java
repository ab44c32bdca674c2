package health.chiron.launcher.postgres;

import health.chiron.launcher.LauncherException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * What only the superuser can do, done again at each start without harm: roles, the database, extensions and schemas.
 * The statements are the domain module's; passwords are put into them here.
 */
public final class Bootstrap {
    /** Roles; run in the database "postgres". */
    public static final String CLUSTER_SCRIPT = "/db/bootstrap-cluster.sql";
    /** Extensions, schemas and rights; run in Chiron's database. */
    public static final String DATABASE_SCRIPT = "/db/bootstrap-database.sql";

    private Bootstrap() {}

    /** @param passwords by placeholder, as in ${owner_password} */
    public static void cluster(Connection superuser, Map<String, String> passwords) {
        run(superuser, CLUSTER_SCRIPT, passwords);
    }

    /** Prepares the inside of Chiron's database. */
    public static void database(Connection superuser, Map<String, String> passwords) {
        run(superuser, DATABASE_SCRIPT, passwords);
    }

    /** Makes a database that belongs to a role, when it is missing. */
    public static void makeDatabase(Connection superuser, String name, String owner) {
        try (Statement statement = superuser.createStatement()) {
            try (ResultSet found = statement.executeQuery(
                    "SELECT 1 FROM pg_database WHERE datname = " + statement.enquoteLiteral(name))) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true) + " OWNER "
                    + statement.enquoteIdentifier(owner, true));
        } catch (SQLException e) {
            throw new LauncherException("The database " + name + " could not be made (" + e.getSQLState() + ").", e);
        }
    }

    private static void run(Connection superuser, String script, Map<String, String> passwords) {
        String sql = read(script);
        for (Map.Entry<String, String> password : passwords.entrySet()) {
            sql = sql.replace("${" + password.getKey() + "}", password.getValue());
        }
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // The server's message names the failing object; the cause is left out because its text could quote a
            // statement.
            throw new LauncherException("Preparing the database with " + script + " failed: " + firstLine(e) + ".");
        }
    }

    private static String firstLine(SQLException e) {
        return e.getMessage().lines().findFirst().orElse(e.getSQLState());
    }

    private static String read(String script) {
        try (InputStream in = Bootstrap.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new LauncherException("The class path lacks " + script + "; build again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LauncherException(script + " cannot be read.", e);
        }
    }
}
