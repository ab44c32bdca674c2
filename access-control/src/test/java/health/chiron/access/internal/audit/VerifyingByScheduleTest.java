package health.chiron.access.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the log is verified by itself. */
class VerifyingByScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "02:40, 2026-11-30T02:40:00Z, 2026-11-30T02:40:00Z",
        "02:40, 2026-11-30T02:39:59Z, 2026-11-29T02:40:00Z",
        "02:40, 2026-11-30T23:59:59Z, 2026-11-30T02:40:00Z",
        "23:30, 2026-12-01T00:10:00Z, 2026-11-30T23:30:00Z"
    })
    void the_last_moment_is_today_or_yesterday(String at, Instant now, Instant moment) {
        assertThat(VerificationSchedule.of(Optional.of(at)).last(now)).contains(moment);
    }

    @Test
    void nothing_set_is_at_night_and_off_is_never() {
        assertThat(VerificationSchedule.of(Optional.empty()).at()).contains(VerificationSchedule.USUAL);
        assertThat(VerificationSchedule.of(Optional.of("  ")).at()).contains(VerificationSchedule.USUAL);
        assertThat(VerificationSchedule.of(Optional.of("off")).last(Instant.EPOCH))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "nightly", "2", "02:40Z", "Off"})
    void anything_else_is_refused(String setting) {
        assertThatIllegalArgumentException().isThrownBy(() -> VerificationSchedule.of(Optional.of(setting)));
    }
}
