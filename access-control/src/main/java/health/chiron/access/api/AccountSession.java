package health.chiron.access.api;

import health.chiron.domain.access.Channel;
import health.chiron.domain.access.SessionId;
import java.time.Instant;

/**
 * An open session of somebody else's account, as an administrator sees it.
 *
 * @param channel portal or API
 * @param startedAt when it began
 * @param lastUsedAt when it was last used, to half a minute; of an API session, when its tokens were last exchanged
 * @param expiresAt when it ends at the latest
 * @param address where it began; null when that is not known
 * @param ssoProvider the provider of single sign-on by which it came; null when it came by password
 */
public record AccountSession(
        SessionId id,
        Channel channel,
        Instant startedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        String address,
        String ssoProvider) {}
