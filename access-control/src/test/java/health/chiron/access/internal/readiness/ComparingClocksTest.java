package health.chiron.access.internal.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ComparingClocksTest {
    private static final Instant BEFORE = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant AFTER = BEFORE.plusMillis(40);

    private static boolean apart(Duration databaseAhead) {
        return DatabaseState.apart(BEFORE, BEFORE.plus(databaseAhead), AFTER).isPresent();
    }

    @Test
    void two_seconds_and_the_time_that_asking_took_are_let_pass() {
        assertThat(apart(Duration.ZERO)).isFalse();
        assertThat(apart(Duration.ofMillis(2_040))).isFalse();
        assertThat(apart(Duration.ofMillis(-2_000))).isFalse();
    }

    @Test
    void more_is_not_in_either_direction() {
        assertThat(apart(Duration.ofMillis(2_041))).isTrue();
        assertThat(apart(Duration.ofMillis(-2_001))).isTrue();
        assertThat(apart(Duration.ofDays(3))).isTrue();
        assertThat(apart(Duration.ofDays(-3))).isTrue();
    }

    @Test
    void a_long_wait_for_the_answer_is_no_difference() {
        assertThat(DatabaseState.apart(BEFORE, BEFORE.plusSeconds(20), BEFORE.plusSeconds(30)))
                .isEmpty();
    }
}
