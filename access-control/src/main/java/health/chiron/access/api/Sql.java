package health.chiron.access.api;

import com.google.errorprone.annotations.CompileTimeConstant;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Read models and conditional updates in plain SQL, on the connection of the running transaction: the same one that JPA
 * writes through, so both see the same rows and the same actor. A statement is a compile-time constant, which the compiler
 * checks (Error Prone): there is no way to build one from what a user typed.
 */
@ApplicationScoped
public class Sql {
    @Resource(lookup = "jdbc/chiron")
    private DataSource source;

    /** How one row becomes a value. */
    @FunctionalInterface
    public interface Shape<T> {
        /** Reads the current row. */
        T of(Row row) throws SQLException;
    }

    /** The rows of a query. */
    public <T> List<T> list(@CompileTimeConstant final String sql, Shape<T> shape, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            Row row = new Row(rows);
            while (rows.next()) {
                found.add(shape.of(row));
            }
            return found;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** The first row of a query. */
    public <T> Optional<T> first(@CompileTimeConstant final String sql, Shape<T> shape, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(shape.of(new Row(rows))) : Optional.empty();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** A number that a query counts. */
    public long count(@CompileTimeConstant final String sql, Object... values) {
        return first(sql, row -> row.number("count"), values).orElse(0L);
    }

    /** Changes rows; the number tells whether a conditional update has won. */
    public int update(@CompileTimeConstant final String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** The same change for several sets of values, in one round trip. */
    public void batch(@CompileTimeConstant final String sql, List<Object[]> valueSets) {
        if (valueSets.size() == 1) {
            // The driver takes a batch of one for a statement that never comes again, and has it parsed and planned
            // every time.
            update(sql, valueSets.get(0));
            return;
        }
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] values : valueSets) {
                bind(connection, statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /**
     * The pattern that finds a text anywhere in lower-case words ({@code lower(x) LIKE ?}); the signs that stand for others are
     * letters like any.
     *
     * @return null where there is nothing to look for
     */
    public static String containing(String part) {
        return part == null || part.isBlank() ? null : "%" + literal(part) + "%";
    }

    /** The same for words that begin with a text. */
    public static String beginning(String part) {
        return part == null || part.isBlank() ? null : literal(part) + "%";
    }

    private static String literal(String part) {
        return part.strip()
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(connection, statement, values);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            switch (value) {
                case Instant at -> statement.setObject(i + 1, at.atOffset(ZoneOffset.UTC));
                case health.chiron.domain.shared.Id id -> statement.setObject(i + 1, id.value());
                case Enum<?> word -> statement.setString(i + 1, word.name());
                case UUID[] ids -> statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
                case null, default -> statement.setObject(i + 1, value);
            }
        }
    }

    /** The current row of a result, in the types that the house uses. */
    public static final class Row {
        private final ResultSet rows;

        private Row(ResultSet rows) {
            this.rows = rows;
        }

        /** Text or null. */
        public String text(String column) throws SQLException {
            return rows.getString(column);
        }

        /** An id or null. */
        public UUID id(String column) throws SQLException {
            return rows.getObject(column, UUID.class);
        }

        /** A time or null. */
        public Instant instant(String column) throws SQLException {
            OffsetDateTime at = rows.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }

        /** A date or null. */
        public LocalDate date(String column) throws SQLException {
            return rows.getObject(column, LocalDate.class);
        }

        /** A whole number; zero for null. */
        public long number(String column) throws SQLException {
            return rows.getLong(column);
        }

        /** A whole number or null. */
        public Integer integer(String column) throws SQLException {
            int value = rows.getInt(column);
            return rows.wasNull() ? null : value;
        }

        /** A decimal number or null. */
        public java.math.BigDecimal decimal(String column) throws SQLException {
            return rows.getBigDecimal(column);
        }

        /** Yes or no; no for null. */
        public boolean yes(String column) throws SQLException {
            return rows.getBoolean(column);
        }

        /** Bytes or null. */
        public byte[] bytes(String column) throws SQLException {
            return rows.getBytes(column);
        }

        /** A list of ids; empty for null. */
        public List<UUID> ids(String column) throws SQLException {
            Array array = rows.getArray(column);
            return array == null ? List.of() : List.of((UUID[]) array.getArray());
        }

        /** A list of texts; empty for null. */
        public List<String> texts(String column) throws SQLException {
            Array array = rows.getArray(column);
            return array == null ? List.of() : List.of((String[]) array.getArray());
        }

        /** One of an enum's words or null. */
        public <E extends Enum<E>> E word(Class<E> type, String column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : Enum.valueOf(type, text);
        }
    }
}
