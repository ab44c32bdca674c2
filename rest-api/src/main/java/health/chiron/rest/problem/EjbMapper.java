package health.chiron.rest.problem;

import health.chiron.domain.shared.Refusal;
import jakarta.ejb.EJBException;
import jakarta.ws.rs.ext.Provider;

/** A container wraps what a door throws when it does not know the exception; what is inside decides. */
@Provider
public class EjbMapper extends ProblemMapper<EJBException> {
    @Override
    Failure failureFor(EJBException exception) {
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Failure.of(refusal);
            }
        }
        return Failure.unexpected();
    }
}
