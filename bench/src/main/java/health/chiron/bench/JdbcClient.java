package health.chiron.bench;

import health.chiron.launcher.Database;
import health.chiron.launcher.DatabaseRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The same doctor without the application: the same statements in the same transactions as the same role, prepared once, on one
 * connection. What the application does beside SQL is missing here, and that is the point.
 */
final class JdbcClient implements Client {
    /** Does the operation once and checks what came. */
    @FunctionalInterface
    interface Act {
        void once(JdbcClient client) throws SQLException;
    }

    /** How these connections call themselves in the server's log. */
    static final String APPLICATION = "chiron-bench";

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final World.Doctor doctor;
    private final Act act;
    private final SplittableRandom random;
    private final UUID session;

    private JdbcClient(Connection connection, World.Doctor doctor, UUID session, Act act) {
        this.connection = connection;
        this.doctor = doctor;
        this.session = session;
        this.act = act;
        this.random = new SplittableRandom(doctor.username().hashCode());
    }

    static Operation.Maker doing(Database database, Act act) {
        return doctor -> {
            Connection connection = connect(database);
            UUID session = UUID.randomUUID();
            JdbcClient client = new JdbcClient(connection, doctor, session, act);
            client.update(
                    Sql.OPEN_SESSION,
                    session,
                    doctor.account(),
                    "API",
                    Sql.now(),
                    Sql.now(),
                    Sql.in24Hours(),
                    Sql.ADDRESS,
                    null);
            client.commit();
            return client;
        };
    }

    // With the settings of the server's pool (docker/payara/domain.xml).
    private static Connection connect(Database database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.credentials(DatabaseRole.APP).username());
        properties.setProperty(
                "password", database.credentials(DatabaseRole.APP).password());
        properties.setProperty("ApplicationName", APPLICATION);
        properties.setProperty("prepareThreshold", "3");
        properties.setProperty("preparedStatementCacheQueries", "512");
        properties.setProperty("preparedStatementCacheSizeMiB", "4");
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), properties);
        connection.setAutoCommit(false);
        return connection;
    }

    /** The doctor who acts. */
    World.Doctor doctor() {
        return doctor;
    }

    /** The doctor's session. */
    UUID session() {
        return session;
    }

    /** One of the patients who are read. */
    UUID anyRead() {
        return doctor.read().get(random.nextInt(doctor.read().size()));
    }

    /** One of the patients who get drafts. */
    UUID anyWritten() {
        return doctor.written().get(random.nextInt(doctor.written().size()));
    }

    /** All rows, every column read. */
    List<Object[]> rows(String sql, Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            int width = rows.getMetaData().getColumnCount();
            List<Object[]> all = new ArrayList<>();
            while (rows.next()) {
                Object[] row = new Object[width];
                for (int i = 0; i < width; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                all.add(row);
            }
            return all;
        }
    }

    /** The first column of the only row that has to be there. */
    Object one(String sql, Object... values) throws SQLException {
        List<Object[]> rows = rows(sql, values);
        WrongAnswer.unless(rows.size() == 1, rows.size() + " rows in place of one");
        return rows.get(0)[0];
    }

    /** Changes rows. */
    int update(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Ends a transaction. */
    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void once() throws SQLException {
        boolean done = false;
        try {
            act.once(this);
            done = true;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
