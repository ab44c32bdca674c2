package health.chiron.acceptance.house;

import health.chiron.launcher.Credentials;
import health.chiron.launcher.DatabaseRole;
import health.chiron.launcher.Stack;
import health.chiron.launcher.StackOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The deployed EAR on a real server and a real database, started once for all tests on free ports, with data of its own under
 * target/. Tests make their own clinics and patients in it and never look at each other's.
 */
public final class House {
    private static final class Started {
        private static final House ONE = new House();
    }

    /** An address of this machine whose word about others is believed. */
    public static final String TRUSTED_PROXY = "127.0.0.99";

    private final Stack stack;
    private final ScriptedProvider provider = new ScriptedProvider();
    private final Keycloak keycloak = new Keycloak();
    private final Collector collector = new Collector();

    private House() {
        Map<String, String> settings = new HashMap<>(SsoSettings.of(provider, keycloak));
        // Tests call as fast as they can from the usual address of this machine; those of the limits have addresses of
        // their own (LimitingCallsIT).
        settings.put("CHIRON_LIMIT_EXEMPT", "127.0.0.1, ::1");
        settings.put("CHIRON_TRUSTED_PROXIES", TRUSTED_PROXY);
        settings.put("CHIRON_AUDIT_SYSLOG", collector.address());
        // What the server runs is measured when the build says with which options (see the pom).
        List<String> measured = Stream.of(System.getProperty("chiron.test.agent", ""))
                .filter(option -> !option.isEmpty())
                .toList();
        stack = Stack.start(StackOptions.in(
                        Path.of("target", "house-" + ProcessHandle.current().pid()))
                .withServerOptions(measured)
                .withSettings(settings));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "house-closes"));
    }

    /** The one house. */
    public static House get() {
        return Started.ONE;
    }

    /** A provider of single sign-on that says what a test tells it to. */
    public ScriptedProvider provider() {
        return provider;
    }

    /** A real provider of single sign-on, started now if it does not run. */
    public Keycloak keycloak() {
        return keycloak.started();
    }

    /** Where the access log is sent. */
    public Collector collector() {
        return collector;
    }

    /** The running parts, for tests that end and start them. */
    public Stack stack() {
        return stack;
    }

    /** A caller whom nobody knows. */
    public Api anybody() {
        return new Api(stack.api(), null);
    }

    /** A caller who signs in. */
    public Api signIn(String username, String password) {
        return anybody().signIn(username, password);
    }

    /** Somebody at the portal whom nobody knows. */
    public Portal portal() {
        return new Portal(stack.portal());
    }

    /** The first platform administrator. */
    public Api administrator() {
        Credentials first = stack.firstAdministrator();
        return signIn(first.username(), first.password());
    }

    /** A connection past the application, as one of the database's roles. */
    public Connection connect(DatabaseRole role) throws SQLException {
        return stack.database().connect(role);
    }

    /** Where mail and SMS arrive. */
    public Outbox outbox() {
        return new Outbox(stack.outbox());
    }
}
