package health.chiron.access.api;

import health.chiron.domain.access.CredentialId;
import health.chiron.domain.access.SessionId;
import java.time.Instant;

/**
 * An open session of a program, as its keepers see it: one token that was got and is not over.
 *
 * @param startedAt when the token was got
 * @param lastUsedAt when it was last used, to half a minute
 * @param expiresAt when it ends by itself
 * @param address where it was got from; null when that is not known
 * @param credentialId the credential that it was got with; null when that is not known
 * @param credentialLabel by what people tell that credential from the others
 * @param scopes what the token has, with blanks between; never more than the program is allowed now, whatever stands here
 */
public record ClientSessionView(
        SessionId id,
        Instant startedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        String address,
        CredentialId credentialId,
        String credentialLabel,
        String scopes) {}
