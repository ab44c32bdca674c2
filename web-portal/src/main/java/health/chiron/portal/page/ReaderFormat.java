package health.chiron.portal.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Times, dates and numbers as one reader is used to them.
 *
 * @param locale the reader's language
 * @param zone the reader's zone
 */
public record ReaderFormat(Locale locale, ZoneId zone) {
    /** A moment, date and time in the reader's zone; empty for none. */
    public String dateTime(Instant moment) {
        return moment == null
                ? ""
                : spaced(styled(FormatStyle.MEDIUM, FormatStyle.SHORT).format(moment.atZone(zone)));
    }

    /** The time of day of a moment in the reader's zone; empty for none. */
    public String time(Instant moment) {
        return moment == null
                ? ""
                : spaced(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(moment.atZone(zone)));
    }

    /** The day of a moment in the reader's zone; empty for none. */
    public String date(Instant moment) {
        return moment == null ? "" : date(moment.atZone(zone).toLocalDate());
    }

    /** A date; empty for none. */
    public String date(LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(date);
    }

    /** A number with the reader's decimal mark and no needless zeros; empty for none. */
    public String number(BigDecimal number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(3);
        return format.format(number);
    }

    /** What is left until a moment, such as {@code 3 h 12 min}; {@code 0 min} when it is over. */
    public String left(Instant now, Instant until) {
        long minutes = Math.max(0, (Duration.between(now, until).toSeconds() + 59) / 60);
        return minutes >= 60 ? minutes / 60 + " h " + minutes % 60 + " min" : minutes + " min";
    }

    /**
     * Full years, months or weeks of life, whichever says most.
     *
     * @param birth not null
     * @param on the day of asking, or of death
     */
    public Age age(LocalDate birth, LocalDate on) {
        Period lived = Period.between(birth, on);
        if (lived.getYears() >= 2) {
            return new Age(lived.getYears(), "years");
        }
        long months = lived.toTotalMonths();
        if (months >= 3) {
            return new Age(months, "months");
        }
        return new Age(Math.max(0, on.toEpochDay() - birth.toEpochDay()) / 7, "weeks");
    }

    /**
     * An age in one unit.
     *
     * @param unit {@code years}, {@code months} or {@code weeks}
     */
    public record Age(long count, String unit) {}

    /** The locale data's narrow blank before AM and PM is missing in many fonts and shows as none. */
    private static String spaced(String text) {
        return text.replace('\u202f', '\u00a0');
    }

    private DateTimeFormatter styled(FormatStyle date, FormatStyle time) {
        return DateTimeFormatter.ofLocalizedDateTime(date, time).withLocale(locale);
    }
}
