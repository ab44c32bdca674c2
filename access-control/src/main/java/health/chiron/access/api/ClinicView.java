package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;

/**
 * A clinic.
 *
 * @param profile what its administrator may change
 * @param version for the next change
 */
public record ClinicView(ClinicId id, ClinicData profile, boolean active, boolean verified, long version) {}
