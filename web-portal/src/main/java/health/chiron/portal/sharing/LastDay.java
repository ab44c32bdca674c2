package health.chiron.portal.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The end of a share as the last day on which it holds, in the reader's zone. */
final class LastDay {
    private LastDay() {}

    /** The last day of what ends at this moment; null for no end. */
    static LocalDate of(Instant end, ZoneId zone) {
        if (end == null) {
            return null;
        }
        ZonedDateTime local = end.atZone(zone);
        boolean midnight = local.equals(local.toLocalDate().atStartOfDay(zone));
        return local.toLocalDate().minusDays(midnight ? 1 : 0);
    }

    /** When this day is over; null for no end. */
    static Instant over(LocalDate day, ZoneId zone) {
        return day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
