package health.chiron.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.domain.access.DateFormat;
import health.chiron.domain.access.UnitSystem;
import health.chiron.records.api.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesAsTheReaderIsUsedToTest {
    private static final ReaderFormat GERMAN = new ReaderFormat(Locale.GERMAN, ZoneId.of("Europe/Berlin"));
    private static final ReaderFormat ENGLISH = new ReaderFormat(Locale.ENGLISH, ZoneId.of("America/New_York"));

    @Test
    void shows_a_moment_in_the_readers_zone_and_manner() {
        Instant moment = Instant.parse("2026-11-21T15:05:00Z");
        assertThat(GERMAN.dateTime(moment)).isEqualTo("21.11.2026, 16:05");
        assertThat(ENGLISH.dateTime(moment)).isEqualTo("Nov 21, 2026, 10:05\u00a0AM");
        assertThat(GERMAN.dateTime(null)).isEmpty();
    }

    @Test
    void shows_the_day_that_it_is_where_the_reader_is() {
        Instant lateInBerlin = Instant.parse("2026-11-21T23:30:00Z");
        assertThat(GERMAN.date(lateInBerlin)).isEqualTo("22.11.2026");
        assertThat(ENGLISH.date(lateInBerlin)).isEqualTo("Nov 21, 2026");
    }

    @Test
    void writes_dates_as_the_reader_prefers() {
        LocalDate date = LocalDate.of(2026, 11, 2);
        Instant moment = Instant.parse("2026-11-02T15:05:00Z");
        assertThat(preferring(DateFormat.YMD).date(date)).isEqualTo("2026-11-02");
        assertThat(preferring(DateFormat.DMY).date(date)).isEqualTo("02/11/2026");
        assertThat(preferring(DateFormat.MDY).date(date)).isEqualTo("11/02/2026");
        assertThat(preferring(DateFormat.YMD).dateTime(moment)).isEqualTo("2026-11-02, 3:05\u00a0PM");
        assertThat(new ReaderFormat(Locale.GERMAN, ZoneId.of("UTC"), DateFormat.DMY, UnitSystem.METRIC).date(date))
                .isEqualTo("02.11.2026");
    }

    private static ReaderFormat preferring(DateFormat dates) {
        return new ReaderFormat(Locale.ENGLISH, ZoneId.of("UTC"), dates, UnitSystem.METRIC);
    }

    @ParameterizedTest
    @CsvSource({
        "METRIC, 23.5, kg, 23.5, kg",
        "METRIC, 50, lb, 22.7, kg",
        "METRIC, 101.5, [degF], 38.6, Cel",
        "METRIC, 30, g, 30, g",
        "IMPERIAL, 23.5, kg, 51.8, lb",
        "IMPERIAL, 30, g, 0.066, lb",
        "IMPERIAL, 38.6, Cel, 101.5, [degF]",
        "IMPERIAL, 50, lb, 50, lb"
    })
    void shows_values_in_the_readers_units(
            UnitSystem units, BigDecimal value, String unit, BigDecimal shown, String shownUnit) {
        ReaderFormat format = new ReaderFormat(Locale.ENGLISH, ZoneId.of("UTC"), DateFormat.LANGUAGE, units);
        assertThat(format.inUnits(new Quantity(value, unit))).isEqualTo(new Quantity(shown, shownUnit));
    }

    @Test
    void shows_numbers_with_the_readers_mark_and_without_needless_zeros() {
        assertThat(GERMAN.number(new BigDecimal("38.400"))).isEqualTo("38,4");
        assertThat(ENGLISH.number(new BigDecimal("1038.4"))).isEqualTo("1,038.4");
        assertThat(GERMAN.number(null)).isEmpty();
    }

    @Test
    void says_what_is_left_until_a_moment_and_never_less_than_nothing() {
        Instant now = Instant.parse("2026-11-21T08:00:00Z");
        assertThat(GERMAN.left(now, now.plusSeconds(3 * 3600 + 12 * 60))).isEqualTo("3 h 12 min");
        assertThat(GERMAN.left(now, now.plusSeconds(59))).isEqualTo("1 min");
        assertThat(GERMAN.left(now, now.minusSeconds(5))).isEqualTo("0 min");
    }

    @Test
    void says_an_age_in_the_unit_that_says_most() {
        LocalDate today = LocalDate.of(2026, 11, 21);
        assertThat(GERMAN.age(LocalDate.of(2019, 11, 22), today)).isEqualTo(new ReaderFormat.Age(6, "years"));
        assertThat(GERMAN.age(LocalDate.of(2025, 9, 21), today)).isEqualTo(new ReaderFormat.Age(14, "months"));
        assertThat(GERMAN.age(LocalDate.of(2026, 10, 31), today)).isEqualTo(new ReaderFormat.Age(3, "weeks"));
        assertThat(GERMAN.age(today, today)).isEqualTo(new ReaderFormat.Age(0, "weeks"));
    }
}
