package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import java.time.Instant;
import java.util.UUID;

/**
 * A clinic.
 *
 * @param profile what its administrator may change
 * @param active whether it opens anything; a closed clinic lets nobody in
 * @param verified whether somebody who runs the installation vouches for its licence
 * @param verifiedAt since when
 * @param version for the next change
 */
public record ClinicView(
        ClinicId id, ClinicData profile, boolean active, boolean verified, Instant verifiedAt, long version)
        implements AboutRecord {
    @Override
    public UUID recordId() {
        return id.value();
    }
}
