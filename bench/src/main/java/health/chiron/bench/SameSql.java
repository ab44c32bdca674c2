package health.chiron.bench;

import health.chiron.launcher.Stack;
import health.chiron.launcher.StatementLog;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * Proves that the JDBC side sends what the application sends: PostgreSQL logs the statements of one operation from each side, and
 * both lists have to be equal. Switched off again before anything is measured.
 */
final class SameSql implements AutoCloseable {
    private static final String SERVER = "chiron";
    private static final int ATTEMPTS = 10;

    private final StatementLog log;

    private SameSql(StatementLog log) {
        this.log = log;
    }

    static SameSql watch(Stack stack) throws SQLException {
        return new SameSql(StatementLog.of(stack));
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

    /**
     * Looks whether the application sends these statements among others.
     *
     * @throws IllegalStateException naming the first that it does not send
     */
    void mustSend(Client api, List<String> statements) throws IOException, SQLException {
        api.refresh();
        List<String> sent = List.of();
        for (int i = 0; i < ATTEMPTS && !sent.containsAll(normal(statements)); i++) {
            sent = normal(sentBy(SERVER, api));
        }
        for (String statement : normal(statements)) {
            if (!sent.contains(statement)) {
                throw new IllegalStateException("The application does not send what the bench measures: " + statement
                        + "\nbut: " + String.join("\n", sent));
            }
        }
    }

    /** Without the layout of the source, and with one sign for all parameters. */
    private static List<String> normal(List<String> statements) {
        return statements.stream()
                .map(each -> each.replaceAll("\\$[0-9]+|\\(\\$[0-9]+\\)", "?")
                        .replaceAll("\\s+", " ")
                        .strip())
                .toList();
    }

    private List<String> sentBy(String application, Client client) throws IOException, SQLException {
        long before = log.now();
        client.once();
        return log.since(before, application);
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
        log.close();
    }
}
