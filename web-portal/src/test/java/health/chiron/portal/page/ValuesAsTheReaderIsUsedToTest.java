package health.chiron.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

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
