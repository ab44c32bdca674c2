package health.chiron.access.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.domain.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody tries first is no password (check 31). */
class ChoosingAPasswordTest {
    private static final Passwords PASSWORDS = new Passwords();

    /** The whole list, each word as it stands and with capitals. */
    @Test
    void the_three_thousand_most_used_ones_are_refused_however_they_are_written() throws IOException {
        List<String> most;
        try (InputStream file = Passwords.class.getResourceAsStream("common-passwords.txt")) {
            most = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertThat(most).hasSizeGreaterThanOrEqualTo(3000).doesNotHaveDuplicates();
        for (String word : most) {
            assertRefused(word);
            assertRefused(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** Known without the list: as they stand in what others have published of leaks, twelve letters or more. */
    static Stream<String> known() {
        return Stream.of(
                "123456789012",
                "1234567890123",
                "111111111111",
                "123123123123",
                "password1234",
                "password12345",
                "passwordpassword",
                "qwertyuiop12",
                "qwerty123456",
                "1q2w3e4r5t6y",
                "1qaz2wsx3edc",
                "q1w2e3r4t5y6",
                "qazwsxedcrfv",
                "administrator",
                "abcdefghijkl",
                "iloveyou1234");
    }

    @ParameterizedTest
    @MethodSource("known")
    void those_of_every_leak_are_among_them(String word) {
        assertRefused(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-Long-enough-word-9", "three blue gardens", "Wintermantel-7-Uhr"})
    void others_are_taken(String word) {
        PASSWORDS.mustBeStrong("password", word, "somebody");
    }

    private static void assertRefused(String word) {
        assertThatThrownBy(() -> PASSWORDS.mustBeStrong("password", word, "somebody"))
                .as(word)
                .isInstanceOf(Refusal.class);
    }
}
