package health.chiron.access.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the log is sent. */
class NamingACollectorTest {
    @ParameterizedTest
    @CsvSource({
        "tls://siem.northside.health, true, siem.northside.health, 6514",
        "tls://siem.northside.health:10514, true, siem.northside.health, 10514",
        "tls://[2001:db8::1]:6514, true, 2001:db8::1, 6514",
        "tcp://localhost:5140, false, localhost, 5140"
    })
    void an_address_says_how_and_where(String setting, boolean tls, String host, int port) {
        assertThat(SyslogTarget.of(Optional.of(setting))).contains(new SyslogTarget(tls, host, port));
    }

    @Test
    void nothing_set_and_none_are_nowhere() {
        assertThat(SyslogTarget.of(Optional.empty())).isEmpty();
        assertThat(SyslogTarget.of(Optional.of(" "))).isEmpty();
        assertThat(SyslogTarget.of(Optional.of("none"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "siem.northside.health",
                "udp://siem.northside.health:514",
                "tcp://siem.northside.health",
                "tls://",
                "tls://siem.northside.health:0",
                "tls://siem.northside.health:65536",
                "tls://siem.northside.health/log",
                "tls://me@siem.northside.health",
                "tls://siem.northside.health?verify=no",
                "tls://siem.northside.health#no",
                "tls://two words",
                "TLS"
            })
    void anything_else_is_refused(String setting) {
        assertThatIllegalArgumentException().isThrownBy(() -> SyslogTarget.of(Optional.of(setting)));
    }
}
