package health.chiron.access.api;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A statement that the database refused. The message names the SQL state and the constraint only: PostgreSQL's own text may
 * quote the row, and rows hold clinical values.
 */
public class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String state;
    private final String constraint;

    /** Keeps what may be said; the cause is left out on purpose, for its message may hold values. */
    public SqlFailure(SQLException refused) {
        super("the database refused a statement: state " + refused.getSQLState() + constraintText(refused));
        setStackTrace(refused.getStackTrace());
        this.state = refused.getSQLState();
        this.constraint = constraintOf(refused).orElse(null);
    }

    /** The SQL state, such as {@code 23505} for a broken uniqueness. */
    public String state() {
        return state;
    }

    /** Whether this named constraint is what was broken. */
    public boolean broke(String name) {
        return name.equals(constraint);
    }

    /** The constraint that any exception in the chain names: also for failures that JPA has wrapped. */
    public static Optional<String> constraintIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SqlFailure own && own.constraint != null) {
                return Optional.of(own.constraint);
            }
            if (cause instanceof SQLException refused) {
                Optional<String> named = constraintOf(refused);
                if (named.isPresent()) {
                    return named;
                }
            }
        }
        return Optional.empty();
    }

    private static String constraintText(SQLException refused) {
        return constraintOf(refused).map(name -> ", constraint " + name).orElse("");
    }

    private static Optional<String> constraintOf(SQLException refused) {
        return refused instanceof PSQLException known
                ? Optional.ofNullable(known.getServerErrorMessage()).map(ServerErrorMessage::getConstraint)
                : Optional.empty();
    }
}
