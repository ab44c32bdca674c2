package health.chiron.rest.call;

import health.chiron.access.api.CurrentCall;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.SessionId;
import health.chiron.rest.problem.Failure;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets nobody without a valid access token reach a resource method, unless the method itself says {@link PermitAll}. A method
 * without any annotation is closed. What the account may do, and whether its session still holds, is decided at the doors.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SignedIn implements ContainerRequestFilter {
    @Context
    private ResourceInfo target;

    @Inject
    private CurrentCall call;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token) {
            call.of(account(token), session(token));
        } else if (!isOpen(target.getResourceMethod())) {
            throw Failure.tokenMissing();
        }
    }

    /** The server answers OPTIONS by itself, without a method of ours: closed as well. */
    static boolean isOpen(Method method) {
        return method != null && method.isAnnotationPresent(PermitAll.class);
    }

    private static AccountId account(JsonWebToken token) {
        try {
            return AccountId.of(token.getSubject());
        } catch (IllegalArgumentException e) {
            throw Failure.tokenInvalid();
        }
    }

    private static SessionId session(JsonWebToken token) {
        try {
            return SessionId.of(token.getClaim("sid"));
        } catch (IllegalArgumentException | ClassCastException e) {
            throw Failure.tokenInvalid();
        }
    }
}
