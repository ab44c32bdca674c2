package health.chiron.access.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Codes are uniform and do not follow from one another (check 21): Pearson's chi-square over a hundred thousand of them. Each limit is
 * what a fair generator passes but once in a thousand million runs, so that a red test means something.
 */
class MakingCodesTest {
    private static final int MANY = 100_000;

    private static final List<String> CODES =
            Stream.generate(new Secrets()::code).limit(MANY).toList();

    @Test
    void a_code_has_six_digits() {
        assertThat(CODES).allMatch(code -> code.matches("[0-9]{6}"));
    }

    @Test
    void every_digit_is_as_likely_as_any_other_at_every_place() {
        for (int place = 0; place < 6; place++) {
            int at = place;
            assertThat(chiSquare(CODES.stream().map(code -> code.substring(at, at + 1)), 10))
                    .as("place %s", place)
                    .isLessThan(64);
        }
    }

    @Test
    void every_beginning_and_every_end_is_as_likely_as_any_other() {
        assertThat(chiSquare(CODES.stream().map(code -> code.substring(0, 3)), 1000))
                .isLessThan(1292);
        assertThat(chiSquare(CODES.stream().map(code -> code.substring(3)), 1000))
                .isLessThan(1292);
    }

    @Test
    void the_next_code_does_not_follow_from_the_last() {
        assertThat(chiSquare(
                        IntStream.range(1, MANY)
                                .mapToObj(i -> CODES.get(i - 1).substring(0, 1)
                                        + CODES.get(i).substring(0, 1)),
                        100))
                .isLessThan(209);
    }

    @Test
    void two_generators_of_the_same_moment_make_different_codes() {
        List<Secrets> generators = List.of(new Secrets(), new Secrets());

        List<List<String>> made = generators.stream()
                .map(one -> Stream.generate(one::code).limit(20).toList())
                .toList();

        assertThat(made.get(0)).isNotEqualTo(made.get(1));
    }

    /** How far the counts are from even ones over so many kinds; a kind that never came counts as well. */
    private static double chiSquare(Stream<String> values, int kinds) {
        Map<String, Long> counts =
                values.collect(Collectors.groupingBy(value -> value, HashMap::new, Collectors.counting()));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        double even = (double) all / kinds;
        double came = counts.values().stream()
                .mapToDouble(count -> (count - even) * (count - even) / even)
                .sum();
        return came + (kinds - counts.size()) * even;
    }
}
