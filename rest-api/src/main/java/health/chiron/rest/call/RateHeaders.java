package health.chiron.rest.call;

import health.chiron.access.api.CurrentCall;
import health.chiron.access.api.LimitState;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells a caller how the call stands to the limits that it was counted against, also where it was let through
 * (draft-ietf-httpapi-ratelimit-headers-10): {@code RateLimit-Policy: "look-ups";q=60;w=600} and
 * {@code RateLimit: "look-ups";r=59;t=10}.
 */
@Provider
public class RateHeaders implements ContainerResponseFilter {
    @Inject
    private CurrentCall call;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        List<LimitState> limits = call.limits();
        if (!limits.isEmpty()) {
            response.getHeaders()
                    .putSingle(
                            "RateLimit-Policy",
                            joined(limits.stream().map(RateHeaders::policy).toList()));
            response.getHeaders()
                    .putSingle(
                            "RateLimit",
                            joined(limits.stream().map(RateHeaders::state).toList()));
        }
    }

    static String policy(LimitState limit) {
        return "\"" + limit.name() + "\";q=" + limit.quota() + ";w="
                + limit.window().toSeconds();
    }

    static String state(LimitState limit) {
        long seconds = limit.until().plusMillis(999).toSeconds();
        return "\"" + limit.name() + "\";r=" + limit.left() + ";t=" + seconds;
    }

    private static String joined(List<String> items) {
        return items.stream().collect(Collectors.joining(", "));
    }
}
