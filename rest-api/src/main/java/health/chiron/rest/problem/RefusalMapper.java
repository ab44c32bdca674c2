package health.chiron.rest.problem;

import health.chiron.domain.shared.Refusal;
import jakarta.ws.rs.ext.Provider;

/** What a door refused. */
@Provider
public class RefusalMapper extends ProblemMapper<Refusal> {
    @Override
    Failure failureFor(Refusal refusal) {
        return Failure.of(refusal);
    }
}
