package health.chiron.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTheOptionsTest {
    @Test
    void each_option_changes_what_it_names() {
        Options options = Options.of(
                List.of("--seconds", "3", "--rounds", "5", "--warm-up", "7", "--clients", "1,4", "--only", "chart"));
        assertThat(options.seconds()).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.warmUp()).isEqualTo(Duration.ofSeconds(7));
        assertThat(options.clients()).containsExactly(1, 4);
        assertThat(options.wants("chart summary")).isTrue();
        assertThat(options.wants("visit list")).isFalse();
    }

    @Test
    void everything_is_measured_when_nothing_is_named() {
        assertThat(Options.of(List.of())).isEqualTo(Options.USUAL);
        assertThat(Options.USUAL.wants("anything")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "", "99999", "601"})
    void a_number_that_is_none_or_too_large_is_refused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(List.of("--seconds", value)))
                .withMessage("--seconds takes whole numbers from 1 to 600.");
    }

    @Test
    void an_unknown_option_and_a_missing_value_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(List.of("--faster", "1")))
                .withMessageContaining("--faster");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(List.of("--rounds")))
                .withMessageContaining("--rounds");
    }
}
