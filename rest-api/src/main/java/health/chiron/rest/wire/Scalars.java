package health.chiron.rest.wire;

import health.chiron.domain.shared.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads single values from text, the same in bodies, paths and queries, and says in one sentence what was expected. */
final class Scalars {
    /** The length of {@code 2026-11-21}: years of five digits and signs are left to astronomers. */
    private static final int DATE_LENGTH = 10;
    /** No quantity of the clinic has more digits; an exponent beyond it only costs memory. */
    static final int MOST_DIGITS = 40;

    private Scalars() {}

    /**
     * A reader for the type, or null when the type is not a single value written as text.
     *
     * @return a function that throws {@link IllegalArgumentException} for text that does not fit
     */
    static Function<String, ?> readerFor(Class<?> type) {
        if (Id.class.isAssignableFrom(type)) {
            return WireIds.READERS.get(type.asSubclass(Id.class));
        }
        if (type.isEnum()) {
            return text -> constant(type, text);
        }
        if (type == Instant.class) {
            return Scalars::instant;
        }
        if (type == LocalDate.class) {
            return Scalars::date;
        }
        if (type == DayOrTime.class) {
            return text -> text.length() == DATE_LENGTH ? DayOrTime.day(date(text)) : DayOrTime.time(instant(text));
        }
        if (type == Integer.class) {
            return Integer::valueOf;
        }
        return type == Boolean.class ? Scalars::truth : null;
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> WireNames.of((Enum<?>) each).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such constant"));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no instant", e);
        }
    }

    static LocalDate date(String text) {
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no date", e);
        }
        throw new IllegalArgumentException("no date");
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /** What a value of the type looks like. */
    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "Must be one of: " + words(type) + ".";
        }
        if (Id.class.isAssignableFrom(type)) {
            return "Must be an id, such as 019ab3c5-7e10-7cc3-98c4-dc0c0c07398f.";
        }
        if (type == Instant.class) {
            return "Must be a time with its offset, such as 2026-11-21T09:30:00Z.";
        }
        if (type == DayOrTime.class) {
            return "Must be a date, such as 2026-11-21, or a time with its offset, such as 2026-11-21T09:30:00Z.";
        }
        if (type == LocalDate.class) {
            return "Must be a date, such as 2026-11-21.";
        }
        if (type == String.class) {
            return "Must be a text.";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "Must be true or false.";
        }
        if (type == BigDecimal.class) {
            return "Must be a number.";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "Must be a whole number.";
        }
        return Iterable.class.isAssignableFrom(type) ? "Must be a list." : "Must be an object.";
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> WireNames.of((Enum<?>) each))
                .collect(Collectors.joining(", "));
    }
}
