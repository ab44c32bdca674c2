package health.chiron.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.launcher.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ClaimingAPortTest {
    @Test
    void a_taken_port_is_one_sentence_with_the_way_out() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.claim("127.0.0.1", other.getLocalPort(), "--port"))
                    .isInstanceOf(LauncherException.class)
                    .hasMessage("Port " + other.getLocalPort()
                            + " is taken by another program; choose another one with --port.");
            assertThat(Ports.freePreferably(other.getLocalPort())).isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void zero_chooses_a_free_one() {
        int port = Ports.claim("127.0.0.1", 0, "--port");
        assertThat(Ports.isFree("127.0.0.1", port)).isTrue();
        assertThat(Ports.freePreferably(port)).isEqualTo(port);
    }
}
