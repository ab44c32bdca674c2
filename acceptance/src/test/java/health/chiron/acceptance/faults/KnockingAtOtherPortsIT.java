package health.chiron.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.acceptance.house.House;
import health.chiron.launcher.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What listens, and with which names and passwords nobody gets in (check 32). */
class KnockingAtOtherPortsIT {
    private static final List<String> USUAL = List.of(
            "",
            "admin",
            "adminadmin",
            "administrator",
            "changeit",
            "chiron",
            "glassfish",
            "password",
            "payara",
            "postgres",
            "root");

    private final Stack stack = House.get().stack();

    private static Set<String> listening(long process) throws IOException, InterruptedException {
        Process ss =
                new ProcessBuilder("ss", "-ltnpH").redirectErrorStream(true).start();
        Set<String> addresses = new TreeSet<>();
        for (String line : new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            if (line.contains("pid=" + process + ",")) {
                addresses.add(
                        line.strip().split("\\s+")[3].replace("[::ffff:", "").replace("]", ""));
            }
        }
        assertThat(ss.waitFor()).isZero();
        return addresses;
    }

    @Test
    void the_server_listens_for_people_and_for_its_own_administration_on_this_machine_only()
            throws IOException, InterruptedException {
        assertThat(listening(stack.server().process().pid()))
                .containsExactlyInAnyOrder(
                        "127.0.0.1:" + stack.server().port(),
                        "127.0.0.1:" + stack.server().adminPort());
    }

    @Test
    void the_database_listens_on_this_machine_only() throws IOException, InterruptedException {
        assertThat(listening(stack.database().process().pid()))
                .containsExactly("127.0.0.1:" + stack.database().port());
    }

    @Test
    void neither_debugger_nor_remote_management_waits_in_the_server() throws IOException {
        String command =
                Files.readString(Path.of("/proc/" + stack.server().process().pid() + "/cmdline"));
        assertThat(command).doesNotContain("jdwp", "jmxremote", "Xdebug");
    }

    @Test
    void the_servers_administration_knows_no_usual_password() throws IOException, InterruptedException {
        assertThat(administration(null)).isEqualTo(401);
        for (String name : List.of("admin", "asadmin", "root")) {
            for (String password : USUAL) {
                assertThat(administration(name + ":" + password))
                        .as(name + " with «" + password + "»")
                        .isEqualTo(401);
            }
        }
        // Without this the rest would hold for a server that refuses everybody.
        var own = stack.serverAdministrator();
        assertThat(administration(own.username() + ":" + own.password())).isEqualTo(200);
    }

    private int administration(String pair) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + stack.server().adminPort() + "/management/domain"))
                .header("Accept", "application/json")
                .header("X-Requested-By", "chiron");
        if (pair != null) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void the_database_knows_no_usual_password() {
        for (String name : List.of("postgres", "chiron", "chiron_app", "chiron_owner", "chiron_policy", "root")) {
            for (String password : USUAL) {
                assertThatThrownBy(() -> DriverManager.getConnection(
                                        stack.database().jdbcUrl(), name, password)
                                .close())
                        .as(name + " with «" + password + "»")
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isIn("28P01", "28000", "08004"));
            }
        }
    }

    @Test
    void the_house_knows_no_usual_account() {
        List<Integer> answers = new ArrayList<>();
        for (String name : List.of("admin", "administrator", "root", "chiron", "demo", "test")) {
            for (String password : List.of("admin", "adminadmin1234", "changeit", "password1234", "chironchiron")) {
                answers.add(House.get()
                        .anybody()
                        .post("/auth/token", Map.of("username", name, "password", password))
                        .status());
            }
        }
        assertThat(answers).containsOnly(401);
    }

    /** The server wants stores that open with the password that everybody knows; so there is nothing in them to take. */
    @Test
    void no_key_store_of_the_server_holds_a_key() throws Exception {
        try (var files = Files.walk(stack.data().root())) {
            List<Path> stores = files.filter(one -> one.getFileName().toString().matches(".*\\.(jks|p12|keystore)"))
                    .toList();
            assertThat(stores).as("stores to look into").isNotEmpty();
            for (Path file : stores) {
                KeyStore store = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
                for (String alias : Collections.list(store.aliases())) {
                    assertThat(store.isKeyEntry(alias))
                            .as(file.getFileName().toString())
                            .isFalse();
                }
            }
        }
    }
}
