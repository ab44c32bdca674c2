package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ConsentScope;
import health.chiron.domain.access.ConsentTextId;
import java.time.Instant;

/**
 * A clinic's words to be signed.
 *
 * @param number the version, from 1
 * @param sha256 hash of the canonical text, as hexadecimal digits; whoever signs sends it back
 * @param retiredAt since when nobody signs it any more; null while it is in force
 */
public record ConsentTextView(
        ConsentTextId id,
        ClinicId clinicId,
        String clinicName,
        ConsentScope scope,
        String language,
        int number,
        String title,
        String body,
        String sha256,
        Instant publishedAt,
        Instant retiredAt) {}
