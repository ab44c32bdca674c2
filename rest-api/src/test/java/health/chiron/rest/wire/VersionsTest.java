package health.chiron.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.rest.problem.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
    @Test
    void the_tag_of_the_last_answer_is_the_version() {
        assertThat(Versions.required(" \"3\" ")).isEqualTo(3);
    }

    @Test
    void a_change_without_a_version_is_asked_for_one() {
        assertThatThrownBy(() -> Versions.required(null))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.status()).isEqualTo(428));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "W/\"3\"", "*", "\"3\", \"4\"", "\"-3\"", "\"x\"", "\"9999999999999999999\""})
    void anything_else_is_malformed(String header) {
        assertThatThrownBy(() -> Versions.required(header))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.status()).isEqualTo(400));
    }
}
