package health.chiron.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgingTheMeasurementsTest {
    private static Figures answers(int number, long errors) {
        long[] latencies = new long[number];
        Arrays.fill(latencies, 1_000_000);
        return new Figures(latencies, errors, Duration.ofSeconds(1), Cpu.NONE);
    }

    private static Comparison comparison(Operation.Kind kind, int clients, Figures api, Figures jdbc) {
        return new Comparison(kind, "reading", clients, 3, api, jdbc, Optional.empty(), Optional.empty());
    }

    private static List<String> missed(double residentMb, Comparison... comparisons) {
        return Target.of(List.of(comparisons), List.of(), residentMb).stream()
                .filter(target -> !target.held())
                .map(Target::measured)
                .toList();
    }

    @Test
    void the_ratio_is_judged_at_eight_clients() {
        Figures slow = answers(34, 0);
        Figures enough = answers(35, 0);
        Figures jdbc = answers(100, 0);
        assertThat(missed(900, comparison(Operation.Kind.READ, 8, slow, jdbc))).containsExactly("0.34");
        assertThat(missed(900, comparison(Operation.Kind.WRITE, 8, enough, jdbc)))
                .isEmpty();
        assertThat(missed(900, comparison(Operation.Kind.READ, 1, slow, jdbc))).isEmpty();
        assertThat(missed(900, comparison(Operation.Kind.SHOWN, 8, slow, jdbc))).isEmpty();
    }

    @Test
    void an_error_misses_a_target_of_its_own() {
        assertThat(missed(900, comparison(Operation.Kind.READ, 8, answers(90, 1), answers(100, 0))))
                .containsExactly("1 errors");
    }

    @Test
    void nothing_but_errors_is_no_speed() {
        assertThat(missed(900, comparison(Operation.Kind.READ, 8, answers(0, 5), answers(100, 0))))
                .hasSize(3)
                .contains("0.00", "5 errors");
    }

    @Test
    void memory_has_its_limit() {
        Comparison good = comparison(Operation.Kind.READ, 8, answers(90, 0), answers(100, 0));
        assertThat(missed(1199, good)).isEmpty();
        assertThat(missed(1200, good)).containsExactly("1200 MB");
    }

    @Test
    void bad_moments_may_not_be_five_times_as_long_as_usual_ones() {
        long[] latencies = new long[100];
        Arrays.fill(latencies, 1_000_000);
        Arrays.fill(latencies, 94, 100, 5_000_000);
        Figures jumpy = new Figures(latencies, 0, Duration.ofSeconds(1), Cpu.NONE);
        assertThat(missed(900, comparison(Operation.Kind.READ, 1, jumpy, answers(100, 0))))
                .containsExactly("at most 5.0 times (reading, 1 clients)");
    }

    @Test
    void the_table_is_one_for_terminals_and_markdown() {
        assertThat(ResultTable.layOut(List.of(List.of("a", "bb"), List.of("long", "1"))))
                .isEqualTo("""
                        | a    | bb |
                        |------|---:|
                        | long |  1 |
                        """);
    }

    @Test
    void the_first_statement_that_differs_is_named() {
        assertThat(SameSql.difference("reading", List.of("BEGIN", "SELECT 1"), List.of("BEGIN", "SELECT 2")))
                .contains("reading", "statement 2", "application: SELECT 1", "bench:       SELECT 2");
        assertThat(SameSql.difference("reading", List.of("BEGIN"), List.of("BEGIN", "COMMIT")))
                .contains("application: none", "bench:       COMMIT");
    }
}
