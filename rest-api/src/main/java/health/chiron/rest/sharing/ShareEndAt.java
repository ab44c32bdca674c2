package health.chiron.rest.sharing;

import java.time.Instant;

/**
 * The new end of a share.
 *
 * @param expiresAt when it ends by itself; left out, never
 */
public record ShareEndAt(Instant expiresAt) {}
