package health.chiron.rest.problem;

import jakarta.ws.rs.ext.Provider;

/** What this WAR refused itself. */
@Provider
public class FailureMapper extends ProblemMapper<Failure> {
    @Override
    Failure failureFor(Failure failure) {
        return failure;
    }
}
