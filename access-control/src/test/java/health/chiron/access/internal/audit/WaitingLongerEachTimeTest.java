package health.chiron.access.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The pauses before a collector that does not answer is tried again. */
class WaitingLongerEachTimeTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final GrowingPause pause = new GrowingPause(Duration.ofSeconds(2), Duration.ofSeconds(10));

    @Test
    void it_is_twice_as_long_after_each_failure_up_to_a_bound_and_none_once_it_has_worked() {
        // Where System.nanoTime() may begin: it counts past the largest number.
        long now = Long.MAX_VALUE - SECOND;
        assertThat(pause.over(now)).isTrue();
        for (int seconds : new int[] {2, 4, 8, 10, 10}) {
            pause.failed(now);
            assertThat(pause.over(now + seconds * SECOND - 1)).as("%s", seconds).isFalse();
            now += seconds * SECOND;
            assertThat(pause.over(now)).as("%s", seconds).isTrue();
        }
        pause.failed(now);
        pause.worked();
        assertThat(pause.over(now)).isTrue();
        pause.failed(now);
        assertThat(pause.over(now + 2 * SECOND)).as("from the beginning again").isTrue();
    }
}
