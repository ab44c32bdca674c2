package health.chiron.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingACommandLineTest {
    private static Arguments line(String... words) {
        return line(Map.of(), words);
    }

    private static Arguments line(Map<String, String> environment, String... words) {
        return Arguments.parse(List.of(words), Set.of("--port", "--heap"), Set.of("--detach"), environment);
    }

    @Test
    void an_option_takes_the_next_word_or_what_follows_its_equals_sign() {
        assertThat(line("--port", "8081").port("--port", "CHIRON_PORT")).contains(8081);
        assertThat(line("--port=8082").port("--port", "CHIRON_PORT")).contains(8082);
    }

    @Test
    void an_option_beats_the_environment_and_an_empty_variable_is_none() {
        assertThat(line(Map.of("CHIRON_PORT", "9000"), "--port", "8081").port("--port", "CHIRON_PORT"))
                .contains(8081);
        assertThat(line(Map.of("CHIRON_PORT", "9000")).port("--port", "CHIRON_PORT"))
                .contains(9000);
        assertThat(line(Map.of("CHIRON_PORT", " ")).port("--port", "CHIRON_PORT"))
                .isEmpty();
    }

    @Test
    void switches_and_remaining_words_keep_their_order() {
        Arguments arguments = line("first", "--detach", "second");
        assertThat(arguments.has("--detach")).isTrue();
        assertThat(arguments.rest()).containsExactly("first", "second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "http", "", "8080 ", "99999999999"})
    void a_port_outside_the_range_is_refused(String port) {
        assertThatThrownBy(() -> line("--port", port).port("--port", "CHIRON_PORT"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("0 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0m", "768", "m", "768mb", "-Xfoo", "1g -Xlog"})
    void a_heap_that_java_would_not_understand_is_refused(String heap) {
        assertThatThrownBy(() -> line("--heap", heap).heap("--heap", "CHIRON_HEAP"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("768m");
    }

    @Test
    void an_unknown_option_is_named() {
        assertThatThrownBy(() -> line("--prot", "1")).hasMessageContaining("--prot");
    }

    @Test
    void an_option_without_its_value_is_named() {
        assertThatThrownBy(() -> line("--port")).hasMessageContaining("--port needs a value");
    }
}
