package health.chiron.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CountingFiguresTest {
    private static Figures of(long errors, Duration elapsed, long... milliseconds) {
        long[] nanos = LongStream.of(milliseconds).map(each -> each * 1_000_000).toArray();
        return new Figures(nanos, errors, elapsed, Cpu.NONE);
    }

    @Test
    void percentiles_are_those_of_the_nearest_rank() {
        Figures figures = of(0, Duration.ofSeconds(1), 5, 1, 4, 2, 3);
        assertThat(figures.percentile(0.5)).isEqualTo(3);
        assertThat(figures.percentile(0.95)).isEqualTo(5);
        assertThat(figures.percentile(0.2)).isEqualTo(1);
        assertThat(figures.percentile(0.21)).isEqualTo(2);
        assertThat(figures.percentile(1)).isEqualTo(5);
    }

    @Test
    void a_share_outside_of_everything_is_refused() {
        Figures figures = of(0, Duration.ofSeconds(1), 1);
        assertThatIllegalArgumentException().isThrownBy(() -> figures.percentile(0));
        assertThatIllegalArgumentException().isThrownBy(() -> figures.percentile(1.01));
    }

    @Test
    void errors_count_in_no_throughput() {
        assertThat(of(100, Duration.ofSeconds(2), 1, 1, 1, 1).perSecond()).isEqualTo(2);
        assertThat(of(100, Duration.ofSeconds(2)).perSecond()).isZero();
    }

    @Test
    void rounds_add_up_as_if_measured_in_one_go() {
        Figures both = of(1, Duration.ofSeconds(1), 3, 1).and(of(2, Duration.ofSeconds(3), 2, 4));
        assertThat(both.perSecond()).isEqualTo(1);
        assertThat(both.errors()).isEqualTo(3);
        assertThat(both.percentile(0.5)).isEqualTo(2);
    }

    @Test
    void nothing_measured_is_not_a_number() {
        assertThat(Figures.NONE.percentile(0.5)).isNaN();
        assertThat(Figures.NONE.millisEach(1)).isNaN();
        assertThat(Figures.NONE.perSecond()).isZero();
    }

    @Test
    void processor_time_is_told_for_each_answer() {
        Figures figures = of(0, Duration.ofSeconds(1), 1, 1, 1, 1).costing(new Cpu(2, 1, 0.5));
        assertThat(figures.millisEach(figures.cpu().server())).isEqualTo(500);
    }

    @Test
    void the_name_of_a_process_may_hold_parentheses_and_blanks() {
        assertThat(Cpu.fields("12 (a) b (c) S 1 2 3")).containsExactly("S", "1", "2", "3");
    }
}
