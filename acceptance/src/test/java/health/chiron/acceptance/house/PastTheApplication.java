package health.chiron.acceptance.house;

import health.chiron.launcher.DatabaseRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The application's own connection without the application: what the second wall says when nobody has asked the first. */
public final class PastTheApplication {
    /** What is tried. */
    @FunctionalInterface
    public interface Attempt {
        /** Tries it. */
        void with(Statement statement) throws SQLException;
    }

    private PastTheApplication() {}

    /** In a transaction opened for this account, which is rolled back. */
    public static void as(String account, Attempt attempt) throws SQLException {
        try (Connection connection = House.get().connect(DatabaseRole.APP);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('chiron.account_id', '" + account + "', true)");
            try {
                attempt.with(statement);
            } finally {
                connection.rollback();
            }
        }
    }

    /** The number that a query answers. */
    public static long count(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
