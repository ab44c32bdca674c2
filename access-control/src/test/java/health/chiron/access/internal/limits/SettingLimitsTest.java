package health.chiron.access.internal.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingLimitsTest {
    @Test
    void a_setting_says_calls_and_seconds() {
        assertThat(Limit.read("120/300")).isEqualTo(new Limit.Quota(120, Duration.ofMinutes(5)));
        assertThat(Limit.read("120/300").each()).isEqualTo(Duration.ofMillis(2500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0/300", "120/0", "120", "-1/5", "120/300s", "1e3/5", "12345678901/5"})
    void anything_else_is_refused(String setting) {
        assertThatThrownBy(() -> Limit.read(setting)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void every_limit_and_what_it_is_when_unset_stands_in_the_operators_guide(Limit limit) throws IOException {
        Limit.Quota usual = limit.usual();
        assertThat(Files.readString(Path.of("../docs/operator.md")))
                .contains("`" + limit.variable() + "` | `" + usual.calls() + "/"
                        + usual.window().toSeconds() + "`");
    }
}
