package health.chiron.access.api;

import java.time.Instant;

/**
 * From when until when somebody has owned a patient.
 *
 * @param fullName who
 * @param until null for an owner of today
 * @param byTransfer whether it came by another owner's offer
 * @param own whether it is the reader
 * @param isSelfRecord whether the reader, who owns the patient, keeps it as the record of themselves
 */
public record OwnershipPeriod(
        String fullName, Instant since, Instant until, boolean byTransfer, boolean own, boolean isSelfRecord) {}
