package health.chiron.launcher.payara;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguringTheServerTest {
    @TempDir
    private Path folder;

    @Test
    void options_skip_comments_take_values_and_follow_the_java_version() throws IOException {
        Path file = Files.writeString(
                folder.resolve("jvm.options"), "# why\n\n-server\n[25|]-XX:+New\n-Droot=${the.root}/x\n");
        assertThat(JvmOptions.read(file, 21, Map.of("the.root", "/a b"))).containsExactly("-server", "-Droot=/a b/x");
        assertThat(JvmOptions.read(file, 25, Map.of("the.root", "/a b")))
                .containsExactly("-server", "-XX:+New", "-Droot=/a b/x");
    }

    @Test
    void the_administrators_password_is_hashed_as_the_server_does_it() {
        // Taken from a key file that the server's own tool wrote for the password abc12345.
        String written = "oaKm+TIhKCkMGz05KPs/fftO5hRLc5uKZRmLV17z1mfOhNt20kYOYg==";
        byte[] salt = java.util.Arrays.copyOfRange(Base64.getDecoder().decode(written), 32, 40);
        assertThat(HexFormat.of().formatHex(salt)).hasSize(16);
        assertThat(AdminKeyfile.line("abc12345", salt)).isEqualTo("admin;{SSHA256}" + written + ";asadmin\n");
    }

    @Test
    void the_same_password_never_looks_the_same_twice() {
        assertThat(AdminKeyfile.line("abc12345")).isNotEqualTo(AdminKeyfile.line("abc12345"));
    }

    @Test
    void a_failed_deployment_is_found_in_what_was_logged_since_the_start() throws IOException {
        Path file = Files.writeString(folder.resolve("server.log"), "Exception while loading the app : old\n");
        ServerLog log = new ServerLog(file);
        assertThat(log.newFailure()).isEmpty();
        Files.writeString(
                file,
                "fine\nx Boot Command deploy failed PlainTextActionReporterFAILURE bad\nmore",
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(log.newFailure()).contains("Boot Command deploy failed  bad");
        assertThat(log.newFailure()).isEmpty();
    }

    @Test
    void a_log_that_turned_over_is_read_from_its_beginning() throws IOException {
        Path file = Files.writeString(folder.resolve("server.log"), "a long line that was there before\n");
        ServerLog log = new ServerLog(file);
        Files.writeString(file, "Exception while loading the app\n");
        assertThat(log.newFailure()).contains("Exception while loading the app");
    }
}
