package health.chiron.portal.page;

import health.chiron.domain.access.DateFormat;
import health.chiron.domain.access.UnitSystem;
import health.chiron.records.api.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
 * @param dates how the reader wants dates written
 * @param units in which units the reader wants values
 */
public record ReaderFormat(Locale locale, ZoneId zone, DateFormat dates, UnitSystem units) {
    private static final BigDecimal KILOGRAMS_OF_A_POUND = new BigDecimal("0.45359237");
    private static final BigDecimal FREEZING = new BigDecimal("32");
    private static final BigDecimal FAHRENHEIT_OF_A_DEGREE = new BigDecimal("1.8");

    /** As the language has it, in metric units. */
    public ReaderFormat(Locale locale, ZoneId zone) {
        this(locale, zone, DateFormat.LANGUAGE, UnitSystem.METRIC);
    }

    /** A moment, date and time in the reader's zone; empty for none. */
    public String dateTime(Instant moment) {
        return moment == null
                ? ""
                : dates == DateFormat.LANGUAGE
                        ? spaced(styled(FormatStyle.MEDIUM, FormatStyle.SHORT).format(moment.atZone(zone)))
                        : date(moment) + ", " + time(moment);
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
        return date == null ? "" : pattern().withLocale(locale).format(date);
    }

    private DateTimeFormatter pattern() {
        String join = locale.getLanguage().equals("de") ? "." : "/";
        return switch (dates) {
            case LANGUAGE -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
            case YMD -> DateTimeFormatter.ISO_LOCAL_DATE;
            case DMY -> DateTimeFormatter.ofPattern("dd" + join + "MM" + join + "uuuu");
            case MDY -> DateTimeFormatter.ofPattern("MM/dd/uuuu");
        };
    }

    /**
     * A measured value in the reader's units, to a tenth when it had to be converted; in the unit it was entered in when it did not.
     */
    public Quantity inUnits(Quantity entered) {
        BigDecimal value = entered.value();
        boolean metric = units == UnitSystem.METRIC;
        return switch (entered.unit()) {
            case "kg" -> metric ? entered : tenth(value.divide(KILOGRAMS_OF_A_POUND, MathContext.DECIMAL64), "lb");
            case "g" ->
                metric
                        ? entered
                        : tenth(value.movePointLeft(3).divide(KILOGRAMS_OF_A_POUND, MathContext.DECIMAL64), "lb");
            case "lb" -> metric ? tenth(value.multiply(KILOGRAMS_OF_A_POUND), "kg") : entered;
            case "Cel" ->
                metric ? entered : tenth(value.multiply(FAHRENHEIT_OF_A_DEGREE).add(FREEZING), "[degF]");
            case "[degF]" ->
                metric
                        ? tenth(value.subtract(FREEZING).divide(FAHRENHEIT_OF_A_DEGREE, MathContext.DECIMAL64), "Cel")
                        : entered;
            default -> entered;
        };
    }

    /** Two places where a tenth would hide what there is: a bird of 30 grams is no 0.1 pounds. */
    private static Quantity tenth(BigDecimal value, String unit) {
        return new Quantity(
                value.setScale(value.abs().compareTo(BigDecimal.ONE) < 0 ? 3 : 1, RoundingMode.HALF_UP), unit);
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
