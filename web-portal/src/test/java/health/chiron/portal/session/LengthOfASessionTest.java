package health.chiron.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LengthOfASessionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void is_the_shorter_of_the_portals_limit_and_the_doors() {
        SessionLimits limits = new SessionLimits(30, 720);
        assertThat(limits.end(NOW, NOW.plus(Duration.ofHours(1)))).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(limits.end(NOW, NOW.plus(Duration.ofHours(99)))).isEqualTo(NOW.plus(Duration.ofHours(12)));
        assertThat(limits.end(NOW, null)).isEqualTo(NOW.plus(Duration.ofHours(12)));
        assertThat(limits.idleSeconds()).isEqualTo(1800);
    }

    @Test
    void must_be_a_sensible_number_of_minutes() {
        assertThatThrownBy(() -> new SessionLimits(0, 720)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionLimits(30, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionLimits(2000, 720)).isInstanceOf(IllegalArgumentException.class);
    }
}
