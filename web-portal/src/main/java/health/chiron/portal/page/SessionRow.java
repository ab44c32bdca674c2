package health.chiron.portal.page;

import health.chiron.access.api.AccountSession;
import health.chiron.access.api.ClientSessionView;
import health.chiron.access.api.SessionView;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.ClientScope;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An open session as pages list it: an own one, somebody's, or a program's.
 *
 * @param by what it came by: a provider of single sign-on, or the name of a program's credential; null for a password
 * @param scopes what a program's token has; none for people
 * @param current whether it is the one in which the page is read
 */
public record SessionRow(
        UUID id,
        Channel channel,
        Instant startedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        String address,
        String by,
        List<ClientScope> scopes,
        boolean current)
        implements Serializable {
    /** One's own. */
    public static SessionRow of(SessionView own) {
        return new SessionRow(
                own.id().value(),
                own.channel(),
                own.startedAt(),
                own.lastUsedAt(),
                own.expiresAt(),
                own.address(),
                null,
                List.of(),
                own.current());
    }

    /** Somebody's. */
    public static SessionRow of(AccountSession session) {
        return new SessionRow(
                session.id().value(),
                session.channel(),
                session.startedAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.address(),
                session.ssoProvider(),
                List.of(),
                false);
    }

    /** A program's. */
    public static SessionRow of(ClientSessionView token) {
        return new SessionRow(
                token.id().value(),
                Channel.API,
                token.startedAt(),
                token.lastUsedAt(),
                token.expiresAt(),
                token.address(),
                token.credentialLabel(),
                List.copyOf(ClientScope.stored(token.scopes())),
                false);
    }
}
