package health.chiron.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.domain.access.OpeningHours.Interval;
import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeepingOpeningHoursTest {
    @Test
    void intervals_come_in_the_order_of_the_week() {
        OpeningHours hours = new OpeningHours(List.of(
                new Interval(Weekday.TUESDAY, 480, 720),
                new Interval(Weekday.MONDAY, 840, 1080),
                new Interval(Weekday.MONDAY, 480, 840)));
        assertThat(hours.intervals())
                .containsExactly(
                        new Interval(Weekday.MONDAY, 480, 840),
                        new Interval(Weekday.MONDAY, 840, 1080),
                        new Interval(Weekday.TUESDAY, 480, 720));
    }

    @Test
    void two_of_a_day_at_the_same_time_are_refused() {
        refused("overlap", new Interval(Weekday.MONDAY, 480, 720), new Interval(Weekday.MONDAY, 719, 800));
    }

    @Test
    void one_that_ends_before_it_begins_or_passes_midnight_is_refused() {
        refused("order", new Interval(Weekday.MONDAY, 720, 480));
        refused("order", new Interval(Weekday.MONDAY, 720, 720));
        refused("order", new Interval(Weekday.MONDAY, 720, 1441));
    }

    @Test
    void more_than_four_a_day_on_average_are_refused() {
        assertThatThrownBy(() -> new OpeningHours(Collections.nCopies(29, new Interval(Weekday.MONDAY, 1, 2))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void minutes_and_texts_belong_together() {
        assertThat(OpeningHours.minutes("08:30")).isEqualTo(510);
        assertThat(OpeningHours.minutes("24:00")).isEqualTo(OpeningHours.MIDNIGHT);
        assertThat(OpeningHours.text(510)).isEqualTo("08:30");
        assertThat(OpeningHours.text(1440)).isEqualTo("24:00");
    }

    private static void refused(String code, Interval... intervals) {
        assertThatThrownBy(() -> new OpeningHours(List.of(intervals)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Fault::field, Fault::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("openingHours", code)));
    }
}
