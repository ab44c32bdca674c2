package health.chiron.access.api;

import java.time.Instant;

/**
 * The period that an account of disclosures is about; without a start from the first entry, without an end until now.
 *
 * @param from the earliest time, included
 * @param until the latest time, excluded
 */
public record DisclosurePeriod(Instant from, Instant until) {}
