package health.chiron.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoggingAFailureTest {
    @Test
    void has_classes_and_places_but_no_message() {
        IllegalStateException failure =
                new IllegalStateException("Key (name)=(Bella)", new RuntimeException("Failing row contains (Bella)"));

        assertThat(FailureLog.withoutMessages(failure))
                .contains("IllegalStateException", "caused by java.lang.RuntimeException", "LoggingAFailureTest")
                .doesNotContain("Bella");
    }

    @Test
    void ends_where_causes_go_in_a_circle() {
        RuntimeException one = new RuntimeException("a");
        RuntimeException other = new RuntimeException("b", one);
        one.initCause(other);

        assertThat(FailureLog.withoutMessages(one)).contains("caused by");
    }
}
