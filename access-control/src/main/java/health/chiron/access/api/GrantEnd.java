package health.chiron.access.api;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * An earlier end of a grant.
 *
 * @param expiresAt when it ends instead; later than now and earlier than the present end
 */
public record GrantEnd(@NotNull Instant expiresAt) {}
