package health.chiron.access.api;

import health.chiron.domain.access.FamilyId;
import java.time.Instant;

/**
 * A family in a list.
 *
 * @param people how many people are in it
 * @param patients how many patients are in it
 * @param since since when the reader has been in it
 */
public record ListedFamily(FamilyId id, String name, long people, long patients, Instant since) {}
