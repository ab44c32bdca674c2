package health.chiron.records.api;

import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.VisitType;
import java.time.Instant;

/**
 * Which visits are wanted; every part may be left out.
 *
 * @param startDate the earliest, included
 * @param endDate the latest, excluded
 * @param followUpDue only visits that want a follow-up
 * @param professionalOnly leaves out what owners wrote
 */
public record VisitQuery(
        VisitType visitType,
        ClinicId clinicId,
        Instant startDate,
        Instant endDate,
        boolean followUpDue,
        boolean professionalOnly) {
    /** All visits. */
    public static final VisitQuery ALL = new VisitQuery(null, null, null, null, false, false);
}
