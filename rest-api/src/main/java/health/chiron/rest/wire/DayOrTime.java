package health.chiron.rest.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One end of a span of time in a query: a time with its offset, or a day in UTC, which then belongs to the span as a whole.
 *
 * @param asStart what it means as the start of a span, included
 * @param asEnd what it means as the end of a span, excluded
 */
public record DayOrTime(Instant asStart, Instant asEnd) {
    static DayOrTime day(LocalDate day) {
        return new DayOrTime(
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static DayOrTime time(Instant time) {
        return new DayOrTime(time, time);
    }

    /** The start of a span; null when there is none. */
    public static Instant start(DayOrTime bound) {
        return bound == null ? null : bound.asStart();
    }

    /** The end of a span; null when there is none. */
    public static Instant end(DayOrTime bound) {
        return bound == null ? null : bound.asEnd();
    }
}
