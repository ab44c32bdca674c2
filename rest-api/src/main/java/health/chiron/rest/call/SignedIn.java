package health.chiron.rest.call;

import health.chiron.access.api.CurrentCall;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.SessionId;
import health.chiron.rest.problem.Failure;
import health.chiron.rest.wire.Json;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets nobody without a valid access token reach a resource method, unless the method itself says {@link PermitAll}. A method
 * without any annotation is closed. What the account may do, and whether its session still holds, is decided at the doors.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SignedIn implements ContainerRequestFilter {
    /** How far the clocks of two nodes may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    @Context
    private ResourceInfo target;

    @Inject
    private CurrentCall call;

    @Inject
    private Clock clock;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token) {
            identify(token);
        } else if (!isOpen(target.getResourceMethod())) {
            throw Failure.tokenMissing();
        }
    }

    /** The server answers OPTIONS by itself, without a method of ours: closed as well. */
    static boolean isOpen(Method method) {
        return method != null && method.isAnnotationPresent(PermitAll.class);
    }

    /**
     * The server has checked signature, issuer, audience and end; what it leaves to us is the beginning, and that header and
     * claims can be read in one way only.
     */
    private void identify(JsonWebToken token) {
        try {
            long latest = clock.instant().plus(SKEW).getEpochSecond();
            if (token.getIssuedAtTime() > latest || notBefore(token) > latest || !hasOneReading(token.getRawToken())) {
                throw Failure.tokenInvalid();
            }
            call.of(AccountId.of(token.getSubject()), SessionId.of(token.getClaim("sid")));
        } catch (IllegalArgumentException | ClassCastException e) {
            throw Failure.tokenInvalid();
        }
    }

    static boolean hasOneReading(String token) {
        return Arrays.stream(token.split("\\.", -1))
                .limit(2)
                .map(Base64.getUrlDecoder()::decode)
                .allMatch(Json::hasOneReading);
    }

    private static long notBefore(JsonWebToken token) {
        Object claim = token.getClaim(Claims.nbf.name());
        return switch (claim) {
            case null -> 0;
            case JsonNumber number -> number.longValue();
            case Number number -> number.longValue();
            default -> throw new IllegalArgumentException("not a time");
        };
    }
}
