package health.chiron.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.chiron.launcher.run.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A real provider of OpenID Connect: Keycloak from Maven's repository, with its database in memory. Its port is known from the
 * beginning; it starts when the first test wants it, and is unpacked and prepared once for all runs in this folder.
 */
public final class Keycloak {
    private static final String REALM = "clinic";
    private static final String ADMIN = "master-of-tests";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port = Ports.free();
    private final int management = Ports.free();
    private final ObjectMapper json = new ObjectMapper();
    private Process process;
    private String token;

    Keycloak() {}

    /** How it names itself. */
    public String issuer() {
        return base() + "/realms/" + REALM;
    }

    private String base() {
        return "http://localhost:" + port;
    }

    /** Starts it, if it does not run, and makes the realm with the portal as its client. */
    public synchronized Keycloak started() {
        if (process != null) {
            return this;
        }
        Path home = unpacked();
        try {
            ProcessBuilder start = new ProcessBuilder(
                    "bash",
                    "bin/kc.sh",
                    "start-dev",
                    "--db=dev-mem",
                    "--http-host=localhost",
                    "--http-port=" + port,
                    "--http-management-port=" + management);
            start.environment().put("JAVA_HOME", System.getProperty("java.home"));
            start.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx320m");
            start.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
            start.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", Scene.PASSWORD);
            process = start.directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "keycloak.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "keycloak-stops"));
        awaitAnswer();
        token = token();
        makeRealm();
        return this;
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Somebody whom it knows, with the password of everybody in tests. */
    public void person(String username, String mail, boolean verified) {
        call(
                "POST",
                "/admin/realms/" + REALM + "/users",
                Map.of(
                        "username",
                        username,
                        "email",
                        mail,
                        "emailVerified",
                        verified,
                        "firstName",
                        "Robin",
                        "lastName",
                        "Hale",
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", Scene.PASSWORD, "temporary", false))));
    }

    private void makeRealm() {
        String portal = House.get().stack().portal().toString();
        call(
                "POST",
                "/admin/realms",
                Map.of(
                        "realm",
                        REALM,
                        "enabled",
                        true,
                        "sslRequired",
                        "none",
                        "clients",
                        List.of(Map.of(
                                "clientId",
                                ScriptedProvider.CLIENT,
                                "secret",
                                ScriptedProvider.SECRET,
                                "redirectUris",
                                List.of(portal + "sso-return/keycloak"),
                                "attributes",
                                Map.of(
                                        "pkce.code.challenge.method",
                                        "S256",
                                        "post.logout.redirect.uris",
                                        portal + "login")))));
    }

    private void call(String method, String path, Map<String, ?> body) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(base() + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String token() {
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(base() + "/realms/master/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password="
                                            + Scene.PASSWORD))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return json.readTree(answer.body()).path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitAnswer() {
        Instant end = Instant.now().plus(PATIENCE);
        URI realm = URI.create(base() + "/realms/master");
        while (!answers(realm)) {
            assertThat(process.isAlive())
                    .as("Keycloak runs, see target/keycloak.log")
                    .isTrue();
            assertThat(Instant.now()).as("Keycloak has started").isBefore(end);
        }
    }

    private static boolean answers(URI address) {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(address)
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The folder with its programs; whoever runs is what was tried, by its SHA-256. */
    private static Path unpacked() {
        Path archive = Path.of(System.getProperty("chiron.test.keycloak.archive"));
        String version = System.getProperty("chiron.test.keycloak.version");
        Path folder = Path.of("target", "keycloak");
        Path home = folder.resolve("keycloak-" + version);
        Path whole = folder.resolve(version + ".whole");
        if (Files.exists(whole)) {
            return home;
        }
        try (InputStream in = Files.newInputStream(archive);
                DigestInputStream reading = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
                ZipInputStream zip = new ZipInputStream(reading)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                assertThat(target.startsWith(folder)).isTrue();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
            reading.transferTo(java.io.OutputStream.nullOutputStream());
            assertThat(HexFormat.of().formatHex(reading.getMessageDigest().digest()))
                    .isEqualTo(System.getProperty("chiron.test.keycloak.sha256"));
            Files.createFile(whole);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
