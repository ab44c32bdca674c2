package health.chiron.rest.problem;

import jakarta.ws.rs.ext.Provider;

/** Everything that nobody expected: a bare 500, and the whole story in the log. */
@Provider
public class LastResortMapper extends ProblemMapper<Throwable> {
    @Override
    Failure failureFor(Throwable exception) {
        return Failure.unexpected();
    }
}
