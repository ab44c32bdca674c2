package health.chiron.rest.problem;

import health.chiron.access.api.SqlFailure;
import jakarta.ws.rs.ext.Provider;

/** What the database refused: a lost connection passes, anything else is a fault of ours. */
@Provider
public class SqlMapper extends ProblemMapper<SqlFailure> {
    /** Connection exceptions (08) and operator intervention, such as a shutdown or a statement that took too long (57), in the SQL standard's classes; a lock that was not to be had. */
    private static final String PASSING = "(08|57).*|55P03";

    @Override
    Failure failureFor(SqlFailure failure) {
        boolean passes = failure.state() == null || failure.state().matches(PASSING);
        return passes ? Failure.unavailable() : Failure.unexpected();
    }
}
