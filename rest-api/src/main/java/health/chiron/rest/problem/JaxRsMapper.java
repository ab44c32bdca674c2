package health.chiron.rest.problem;

import health.chiron.domain.shared.Refusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;

/** What JAX-RS refuses before a resource is reached: address, method, media types, parameters. */
@Provider
public class JaxRsMapper extends ProblemMapper<WebApplicationException> {
    @Override
    Failure failureFor(WebApplicationException exception) {
        if (exception.getCause() instanceof Refusal refusal) {
            return Failure.of(refusal);
        }
        return forStatus(
                exception.getResponse().getStatus(), exception.getResponse().getHeaderString("Allow"));
    }

    /** The failure for a status that the server or JAX-RS chose. */
    static Failure forStatus(int status, String allow) {
        return switch (status) {
            case 400 -> Failure.malformedRequest();
            case 401 -> Failure.tokenInvalid();
            case 404 -> Failure.nowhere();
            case 405 -> Failure.methodNotAllowed(allow);
            case 406 -> Failure.notAcceptable();
            case 415 -> Failure.unsupportedMediaType();
            case 503 -> Failure.unavailable();
            default -> status >= 400 && status < 500 ? Failure.refused(status) : Failure.unexpected();
        };
    }
}
