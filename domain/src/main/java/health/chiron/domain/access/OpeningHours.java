package health.chiron.domain.access;

import health.chiron.domain.shared.Refusal;
import java.util.Comparator;
import java.util.List;

/**
 * When a clinic is open, in its own zone (ADR 19): intervals on weekdays, in order, none over midnight and none over another on
 * the same day. Minutes count from midnight, 0 to 1440; 1440 is the end of the day.
 */
public record OpeningHours(List<Interval> intervals) {
    /** The most intervals in a week: four a day. */
    public static final int MOST = 28;
    /** The end of a day. */
    public static final int MIDNIGHT = 1440;

    /** From and until, on one weekday. */
    public record Interval(Weekday day, int opens, int closes) {}

    /** @throws Refusal naming {@code openingHours} when an interval ends before it begins or two are at the same time */
    public OpeningHours {
        intervals = intervals.stream()
                .sorted(Comparator.comparing(Interval::day).thenComparing(Interval::opens))
                .toList();
        if (intervals.size() > MOST) {
            throw Refusal.invalid("openingHours", "length", "At most " + MOST + " intervals a week are possible.");
        }
        Interval before = null;
        for (Interval each : intervals) {
            if (each.opens() < 0 || each.closes() > MIDNIGHT || each.closes() <= each.opens()) {
                throw Refusal.invalid(
                        "openingHours",
                        "order",
                        "An interval closes after it opens; one over midnight is written as two.");
            }
            if (before != null && before.day() == each.day() && each.opens() < before.closes()) {
                throw Refusal.invalid("openingHours", "overlap", "Two intervals of a day are at the same time.");
            }
            before = each;
        }
    }

    /** Minutes since midnight of a text such as {@code 08:30} or {@code 24:00}. */
    public static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    /** The text of minutes since midnight. */
    public static String text(int minutes) {
        return String.format("%02d:%02d", minutes / 60, minutes % 60);
    }
}
