package health.chiron.rest.problem;

import health.chiron.domain.shared.FailureLog;
import health.chiron.rest.call.RequestIds;
import health.chiron.rest.wire.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * The one way from an exception to an answer. A mapper says which failure its exceptions are; the form of the answer, and that
 * failures from inside are noted in the log, is settled here.
 */
abstract class ProblemMapper<E extends Throwable> implements ExceptionMapper<E> {
    @Context
    private HttpServletRequest request;

    @Override
    public final Response toResponse(E exception) {
        Failure failure = failureFor(exception);
        String requestId = RequestIds.of(request);
        if (failure.status() >= 500) {
            FailureLog.note(exception, requestId);
        }
        Response.ResponseBuilder answer = Response.status(failure.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Json.write(Problem.of(failure, requestId, OAuthErrors.of(request.getRequestURI(), failure))));
        failure.headers().forEach(answer::header);
        return answer.build();
    }

    /** Which failure it is. */
    abstract Failure failureFor(E exception);
}
