package health.chiron.access.api;

import health.chiron.domain.access.SessionId;
import java.time.Instant;

/**
 * A portal session that has been opened.
 *
 * @param id kept in the browser session, shown at every request
 * @param account who signed in
 * @param expiresAt the absolute end, whatever happens
 * @param provider the provider of single sign-on that the person came from; null for none
 */
public record PortalSession(SessionId id, AccountView account, Instant expiresAt, String provider) {}
