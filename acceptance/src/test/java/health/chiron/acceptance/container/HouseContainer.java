package health.chiron.acceptance.container;

import health.chiron.acceptance.house.House;
import health.chiron.launcher.Credentials;
import health.chiron.launcher.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * Arquillian's view of the house's server: archives go in and out through the server's administration over HTTP. Payara's own adapter
 * can't read a port that the configuration takes from the environment (ADR 14).
 */
public final class HouseContainer implements DeployableContainer<HouseContainer.Settings> {
    private static final String RUNNER = "ArquillianServletRunnerEE9";
    private static final String APPLICATIONS = "/management/domain/applications/application";

    private final HttpClient client = HttpClient.newHttpClient();

    /** Nothing to configure: the house knows where it is. */
    public static final class Settings implements ContainerConfiguration {
        @Override
        public void validate() {
            // there is nothing that could be wrong
        }
    }

    /** Makes it known to Arquillian. */
    public static final class Extension implements LoadableExtension {
        @Override
        public void register(ExtensionBuilder builder) {
            builder.service(DeployableContainer.class, HouseContainer.class);
        }
    }

    @Override
    public Class<Settings> getConfigurationClass() {
        return Settings.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        Path file = House.get().stack().data().root().toAbsolutePath().resolve(archive.getName());
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        try {
            tell(request(APPLICATIONS)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("force=true&name=" + name(archive) + "&id="
                            + URLEncoder.encode(file.toString(), StandardCharsets.UTF_8))));
        } finally {
            delete(file);
        }
        int port = House.get().stack().server().port();
        return new ProtocolMetaData()
                .addContext(new HTTPContext("localhost", port).add(new Servlet(RUNNER, InnerHouse.CONTEXT)));
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        tell(request(APPLICATIONS + "/" + name(archive)).DELETE());
    }

    private static String name(Archive<?> archive) {
        return archive.getName().replaceFirst("\\.[a-z]+$", "");
    }

    private static HttpRequest.Builder request(String path) {
        Stack stack = House.get().stack();
        Credentials administrator = stack.serverAdministrator();
        String pair = administrator.username() + ":" + administrator.password();
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + stack.server().adminPort() + path))
                .timeout(Duration.ofMinutes(2))
                .header("Accept", "application/json")
                .header("X-Requested-By", "chiron")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private void tell(HttpRequest.Builder request) throws DeploymentException {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains("\"exit_code\":\"SUCCESS\"")) {
                throw new DeploymentException("the server answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new DeploymentException("the server's administration cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeploymentException("interrupted", e);
        }
    }

    private static void delete(Path file) throws DeploymentException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DeploymentException("the archive cannot be deleted", e);
        }
    }
}
