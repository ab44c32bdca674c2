package health.chiron.rest.problem;

import health.chiron.domain.shared.FailureLog;
import health.chiron.rest.call.RequestIds;
import health.chiron.rest.wire.Json;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers failures that never reached JAX-RS with the same problems: a token that the container refused, addresses outside
 * of v1, what broke in a filter. The web.xml names it as the error page; nobody else can call it.
 */
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean forwarded = request.getDispatcherType() == DispatcherType.ERROR;
        Failure failure = forwarded ? failure(request, response) : Failure.nowhere();
        String requestId = RequestIds.of(request);
        if (failure.status() >= 500
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            FailureLog.note(thrown, requestId);
        }
        response.setStatus(failure.status());
        failure.headers().forEach(response::setHeader);
        response.setContentType(Problem.MEDIA_TYPE);
        Json.write(Problem.of(failure, requestId), response.getOutputStream());
    }

    private static Failure failure(HttpServletRequest request, HttpServletResponse response) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return JaxRsMapper.forStatus(status instanceof Integer code ? code : 500, response.getHeader("Allow"));
    }
}
