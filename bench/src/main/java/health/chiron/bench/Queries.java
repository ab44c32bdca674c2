package health.chiron.bench;

import health.chiron.launcher.Database;
import health.chiron.launcher.DatabaseRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/**
 * Nothing but queries of one actor, as one of the database's roles: the application's, on which row-level security is forced, or one
 * that it does not bind. Each transaction is rolled back, so that no commit weighs in.
 */
final class Queries implements Client {
    /** One query. */
    record Query(String sql, Object... values) {}

    private final Connection connection;
    private final List<PreparedStatement> statements = new ArrayList<>();
    private final int rows;

    /** @param rows that all of them return together */
    Queries(Database database, DatabaseRole role, UUID actor, UUID patientInHand, int rows, List<Query> queries)
            throws SQLException {
        this.rows = rows;
        Properties properties = new Properties();
        properties.setProperty("user", database.credentials(role).username());
        properties.setProperty("password", database.credentials(role).password());
        properties.setProperty("prepareThreshold", "3");
        connection = DriverManager.getConnection(database.jdbcUrl(), properties);
        try (PreparedStatement enter = connection.prepareStatement(
                "SELECT set_config('chiron.account_id', ?, false), set_config('chiron.patient_id', ?, false), set_config('plan_cache_mode', ?, false)")) {
            enter.setString(1, actor.toString());
            enter.setString(2, patientInHand == null ? "" : patientInHand.toString());
            enter.setString(3, patientInHand == null ? "auto" : "force_generic_plan");
            enter.execute();
        }
        connection.setAutoCommit(false);
        for (Query query : queries) {
            PreparedStatement statement = connection.prepareStatement(query.sql());
            for (int i = 0; i < query.values().length; i++) {
                statement.setObject(i + 1, query.values()[i]);
            }
            statements.add(statement);
        }
    }

    @Override
    public void once() throws SQLException {
        int read = 0;
        for (PreparedStatement statement : statements) {
            try (ResultSet found = statement.executeQuery()) {
                int width = found.getMetaData().getColumnCount();
                while (found.next()) {
                    for (int i = 1; i <= width; i++) {
                        found.getObject(i);
                    }
                    read++;
                }
            }
        }
        connection.rollback();
        WrongAnswer.unless(read == rows, read + " rows in place of " + rows);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
