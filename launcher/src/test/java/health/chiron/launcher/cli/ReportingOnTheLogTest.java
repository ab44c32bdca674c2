package health.chiron.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReportingOnTheLogTest {
    @Test
    void a_log_that_holds_is_counted() throws IOException {
        assertThat(Audit.sentence(json("{\"holds\":true,\"sealed\":12,\"waiting\":3,\"head\":\"ab12\"}")))
                .isEqualTo("The log holds: 12 rows sealed, 3 waiting for their seal. Head: ab12");
    }

    @Test
    void the_first_row_that_does_not_hold_is_named() throws IOException {
        assertThat(
                        Audit.sentence(
                                json(
                                        "{\"holds\":false,\"finding\":\"changed\",\"first_bad_number\":7,\"first_bad_event\":\"e-1\"}")))
                .isEqualTo("The log does not hold: changed, first at number 7, event e-1.");
        assertThat(Audit.sentence(json("{\"holds\":false,\"finding\":\"added\"}")))
                .isEqualTo("The log does not hold: added, first at a row without a seal.");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
