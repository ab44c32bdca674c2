package health.chiron.bench;

import health.chiron.launcher.DatabaseRole;
import health.chiron.launcher.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proves that the JDBC side sends what the application sends: PostgreSQL logs the statements of one operation from each side, and
 * both lists have to be equal. Switched off again before anything is measured.
 */
final class SameSql implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("^(\\d+)\\|([^|]*)\\|LOG: +(?:execute [^:]*|statement): (.*)$");
    private static final String SERVER = "chiron";
    /** The sealing job works through the same pool every second; its transaction begins with this. */
    private static final String SEALING = "pg_try_advisory_xact_lock";

    private static final int ATTEMPTS = 10;

    private final Connection superuser;
    private final Path log;

    private SameSql(Connection superuser, Path log) {
        this.superuser = superuser;
        this.log = log;
    }

    static SameSql watch(Stack stack) throws SQLException {
        SameSql watch = new SameSql(
                stack.database().connect(DatabaseRole.SUPERUSER),
                stack.data().logs().resolve("database.log"));
        watch.set("log_line_prefix = '%p|%a|'", "log_statement = 'all'");
        return watch;
    }

    private void set(String... settings) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            for (String setting : settings) {
                statement.execute("ALTER SYSTEM SET " + setting);
            }
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /**
     * Compares both sides of an operation.
     *
     * @return how many statements each sends, COMMIT counted and BEGIN not, for it travels with the next statement
     * @throws IllegalStateException naming the first statement that differs
     */
    int statementsOf(Operation operation, World.Doctor doctor) throws IOException, SQLException {
        List<String> api = List.of();
        List<String> jdbc = List.of();
        try (Client one = operation.api().of(doctor);
                Client other = operation.jdbc().of(doctor)) {
            one.refresh();
            // A connection sees the new setting a moment later, and now and then a job's statement comes between.
            for (int i = 0; i < ATTEMPTS; i++) {
                api = sentBy(SERVER, one);
                jdbc = sentBy(JdbcClient.APPLICATION, other);
                if (!api.isEmpty() && api.equals(jdbc)) {
                    return (int) api.stream().filter(s -> !s.equals("BEGIN")).count();
                }
            }
        }
        throw new IllegalStateException(difference(operation.name(), api, jdbc));
    }

    private List<String> sentBy(String application, Client client) throws IOException, SQLException {
        long before = Files.size(log);
        client.once();
        byte[] all = Files.readAllBytes(log);
        String text = new String(all, (int) before, (int) (all.length - before), StandardCharsets.UTF_8);
        return statements(text, application);
    }

    /** The statements that an application sent, in the order of their transactions; white space counts as one space. */
    static List<String> statements(String logged, String application) {
        Map<String, List<String>> open = new LinkedHashMap<>();
        List<List<String>> transactions = new ArrayList<>();
        List<String> current = null;
        for (String line : logged.split("\n", -1)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                current = null;
                if (matcher.group(2).equals(application)) {
                    String statement = matcher.group(3).strip();
                    if (statement.startsWith("BEGIN") || !open.containsKey(matcher.group(1))) {
                        List<String> begun = new ArrayList<>();
                        open.put(matcher.group(1), begun);
                        transactions.add(begun);
                    }
                    current = open.get(matcher.group(1));
                    current.add(statement);
                }
            } else if (line.startsWith("\t") && current != null) {
                current.set(current.size() - 1, current.get(current.size() - 1) + " " + line.strip());
            } else {
                current = null;
            }
        }
        return transactions.stream()
                .filter(transaction -> transaction.stream().noneMatch(s -> s.contains(SEALING)))
                .flatMap(List::stream)
                .map(statement -> statement.replaceAll("\\s+", " ").strip())
                .toList();
    }

    static String difference(String operation, List<String> api, List<String> jdbc) {
        int at = 0;
        while (at < api.size() && at < jdbc.size() && api.get(at).equals(jdbc.get(at))) {
            at++;
        }
        return "The bench does not send what the application sends for " + operation + "; statement " + (at + 1)
                + " is\n  application: " + (at < api.size() ? api.get(at) : "none") + "\n  bench:       "
                + (at < jdbc.size() ? jdbc.get(at) : "none");
    }

    @Override
    public void close() throws SQLException {
        try (superuser) {
            try (Statement statement = superuser.createStatement()) {
                statement.execute("ALTER SYSTEM RESET ALL");
                statement.execute("SELECT pg_reload_conf()");
            }
        }
    }
}
