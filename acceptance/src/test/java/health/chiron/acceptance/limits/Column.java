package health.chiron.acceptance.limits;

import health.chiron.acceptance.house.Rows;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column as the migrated database has it. What it accepts is asked of the database itself: the constraints of this one column
 * are evaluated for values, nothing is inserted.
 */
final class Column {
    private static final Pattern WORD = Pattern.compile("'([^']*)'::text");

    private final String name;
    private final String type;
    private final boolean required;
    private final boolean filledIn;
    private final List<String> checks;

    private Column(String name, String type, boolean required, boolean filledIn, List<String> checks) {
        this.name = name;
        this.type = type;
        this.required = required;
        this.filledIn = filledIn;
        this.checks = checks;
    }

    /** @param full {@code schema.table.column} */
    static Column of(String full) {
        int dot = full.lastIndexOf('.');
        String table = full.substring(0, dot);
        String name = full.substring(dot + 1);
        String of = " FROM pg_attribute a WHERE a.attrelid = ?::regclass AND a.attname = ? AND NOT a.attisdropped";
        String type = Rows.text("SELECT format_type(a.atttypid, a.atttypmod)" + of, table, name);
        if (type == null) {
            throw new AssertionError("there is no column " + full);
        }
        return new Column(
                name,
                type,
                Rows.text("SELECT a.attnotnull" + of, table, name).equals("t"),
                Rows.text("SELECT a.atthasdef" + of, table, name).equals("t"),
                Rows.texts("""
                        SELECT pg_get_expr(c.conbin, c.conrelid) FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid
                         WHERE c.contype = 'c' AND c.conkey = ARRAY[a.attnum] AND a.attrelid = ?::regclass AND a.attname = ?""", table, name));
    }

    /** Every column that takes certain words only, as {@code schema.table.column}. */
    static List<String> withWords() {
        return Rows.texts("""
                SELECT DISTINCT a.attrelid::regclass || '.' || a.attname FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid
                 WHERE c.contype = 'c' AND c.conkey = ARRAY[a.attnum] AND a.attrelid::regclass::text ~ '^(access|records|interop|audit)[.]'
                   AND pg_get_expr(c.conbin, c.conrelid) ~ ('^\\(' || a.attname || ' = (ANY|''[^'']*''::text)')""");
    }

    /** The words that the column takes. */
    Set<String> words() {
        Set<String> words = new TreeSet<>();
        for (String check : checks) {
            Matcher matcher = WORD.matcher(check);
            while (matcher.find()) {
                words.add(matcher.group(1));
            }
        }
        return words;
    }

    /** NOT NULL. */
    boolean required() {
        return required;
    }

    /** Has a default. */
    boolean filledIn() {
        return filledIn;
    }

    /** Which of the values the column takes as they are: of its type, unrounded, within its constraints. */
    List<Boolean> accepts(List<?> values) {
        String sql = "SELECT " + name + "::text = ? AND " + (checks.isEmpty() ? "true" : String.join(" AND ", checks))
                + " FROM (SELECT CAST(? AS " + type + ") AS " + name + ") AS planted";
        List<Boolean> answers = new ArrayList<>();
        try (PreparedStatement statement = Rows.prepare(sql)) {
            for (Object value : values) {
                answers.add(accepted(statement, value.toString()));
            }
        } catch (SQLException e) {
            throw new AssertionError(name, e);
        }
        return answers;
    }

    /** Whether a number goes in and comes out unchanged. */
    boolean keeps(BigDecimal number) {
        String sql = "SELECT CAST(? AS " + type + ") = CAST(? AS numeric)";
        try (PreparedStatement statement = Rows.prepare(sql)) {
            return accepted(statement, number.toPlainString());
        } catch (SQLException e) {
            throw new AssertionError(name, e);
        }
    }

    private static boolean accepted(PreparedStatement statement, String value) throws SQLException {
        statement.setString(1, value);
        statement.setString(2, value);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            if (e.getSQLState().startsWith("22")) { // does not fit the type
                return false;
            }
            throw e;
        }
    }
}
