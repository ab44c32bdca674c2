package health.chiron.launcher.cli;

import health.chiron.launcher.Credentials;
import health.chiron.launcher.Database;
import health.chiron.launcher.DatabaseRole;
import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.RunState;
import health.chiron.launcher.secrets.Secrets;
import health.chiron.launcher.tools.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs SQL on the demo's database, as the application sees it unless another role is asked for. */
final class Sql implements Command {
    private final Map<String, String> environment;

    Sql(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int run(List<String> line) {
        Arguments arguments = Arguments.parse(line, Set.of(DataOption.NAME, "--as"), Set.of(), environment);
        DataFolder data = DataOption.of(arguments, Home.find());
        DatabaseRole role = role(arguments.text("--as", "").orElse("app"));
        try (Connection connection = connect(data, role)) {
            if (arguments.rest().isEmpty()) {
                return converse(connection);
            }
            return execute(connection, String.join(" ", arguments.rest())) ? 0 : 1;
        } catch (SQLException e) {
            throw new LauncherException("The database refused " + role.username() + ": " + e.getMessage(), e);
        }
    }

    static DatabaseRole role(String name) {
        return switch (name) {
            case "app" -> DatabaseRole.APP;
            case "owner" -> DatabaseRole.OWNER;
            case "admin" -> DatabaseRole.SUPERUSER;
            default -> throw new UsageException("--as takes app, owner or admin.");
        };
    }

    private static Connection connect(DataFolder data, DatabaseRole role) throws SQLException {
        RunState state = RunState.read(data.state());
        if (state.liveDatabase().isEmpty()) {
            throw DataOption.notRunning(data);
        }
        Credentials credentials = Secrets.in(data.secrets()).of(role);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + state.databasePort() + "/" + Database.NAME,
                credentials.username(),
                credentials.password());
    }

    /** Statements end with a semicolon at the end of a line; an empty input or \q ends. */
    private static int converse(Connection connection) {
        // The script knows whether a person types; Java 21 cannot tell.
        boolean person = Boolean.getBoolean("chiron.terminal");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        StringBuilder statement = new StringBuilder();
        boolean fine = true;
        try {
            while (true) {
                if (person) {
                    System.out.print(statement.isEmpty() ? "chiron=> " : "chiron-> ");
                    System.out.flush();
                }
                String words = in.readLine();
                if (words == null || words.strip().equals("\\q")) {
                    break;
                }
                statement.append(words).append('\n');
                if (words.strip().endsWith(";")) {
                    fine &= execute(connection, statement.toString());
                    statement.setLength(0);
                }
            }
            if (!statement.toString().isBlank()) {
                fine &= execute(connection, statement.toString());
            }
        } catch (IOException e) {
            throw new LauncherException("The input cannot be read.", e);
        }
        return fine || person ? 0 : 1;
    }

    private static boolean execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                    System.out.print(Table.of(statement.getResultSet()));
                } else {
                    System.out.println(statement.getUpdateCount() + " rows changed");
                }
                rows = statement.getMoreResults();
            }
            return true;
        } catch (SQLException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }
}
