package health.chiron.rest.call;

import health.chiron.access.api.CallerAddress;
import health.chiron.access.api.CurrentCall;
import health.chiron.domain.access.Channel;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/** The first to see a request and the error page alike: notes where the call comes from, and sets the headers of every answer. */
public class Arrival extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient CurrentCall call;

    @Inject
    private transient CallerAddress addresses;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String requestId = RequestIds.of(request);
        call.received(
                Channel.API,
                requestId,
                addresses.of(request.getRemoteAddr(), Collections.list(request.getHeaders(CallerAddress.HEADER))));
        response.setHeader(RequestIds.HEADER, requestId);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        chain.doFilter(request, response);
    }
}
