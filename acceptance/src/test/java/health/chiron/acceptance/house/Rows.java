package health.chiron.acceptance.house;

import health.chiron.launcher.DatabaseRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database past the application, as the superuser. */
public final class Rows {
    // Opening a connection costs as much as ten looks; the matrix takes thousands of them.
    private static Connection connection;

    private Rows() {}

    private static synchronized Connection connection() throws SQLException {
        if (connection == null || !connection.isValid(5)) {
            connection = House.get().connect(DatabaseRole.SUPERUSER);
        }
        return connection;
    }

    /** The first column of the first row, as text. */
    public static String text(String sql, Object... values) {
        return texts(sql, values).stream().findFirst().orElse(null);
    }

    /** A count. */
    public static long count(String sql, Object... values) {
        return Long.parseLong(text(sql, values));
    }

    /** The first column of all rows, as text. */
    public static List<String> texts(String sql, Object... values) {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            bind(statement, values);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Changes rows. */
    public static int change(String sql, Object... values) {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A statement of the superuser's, to be used many times; whoever asks for it closes it. */
    public static PreparedStatement prepare(String sql) throws SQLException {
        return connection().prepareStatement(sql);
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
