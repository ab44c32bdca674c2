package health.chiron.access.api;

import health.chiron.domain.access.CredentialId;
import health.chiron.domain.access.CredentialKind;
import java.time.Instant;

/**
 * A credential of a program, without what it proves by.
 *
 * @param hint a secret's last characters, or a key's id
 * @param expiresAt when it ends by itself
 * @param lastUsedAt when a token was last got with it; null when never
 * @param retiredAt since when it is retired; null while it is not
 * @param holds whether it proves something now
 */
public record ClientCredentialView(
        CredentialId id,
        CredentialKind kind,
        String label,
        String hint,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        Instant retiredAt,
        boolean holds) {}
