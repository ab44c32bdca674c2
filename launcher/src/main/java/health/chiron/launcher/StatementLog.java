package health.chiron.launcher;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * Shows which statements PostgreSQL is sent, without their parameters, for tests that count them and for the bench. It is on from
 * {@link #of} until it is closed; everything that runs in the database is slower meanwhile.
 */
public final class StatementLog implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("^(\\d+)\\|([^|]*)\\|LOG: +(?:execute [^:]*|statement): (.*)$");

    /** The sealing job works through the application's pool every second; its transaction begins with this. */
    private static final String SEALING = "pg_try_advisory_xact_lock";

    /** So does the look whether the house may serve, every few seconds, one statement at a time. */
    private static final Pattern LOOKING =
            Pattern.compile("ops\\.schema_history|pg_is_in_recovery|clock_timestamp\\(\\) AS present|ops\\.demo_mark");

    private final Connection superuser;
    private final Path log;

    private StatementLog(Connection superuser, Path log) {
        this.superuser = superuser;
        this.log = log;
    }

    /** Switches the log of statements on. Connections notice a moment later. */
    public static StatementLog of(Stack stack) throws SQLException {
        StatementLog watch = new StatementLog(
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

    /** The place in the log that has been written up to now, for {@link #since}. */
    public long now() throws IOException {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ)) {
            return file.size();
        }
    }

    /**
     * The statements that an application sent since then, in the order of their transactions, BEGIN and COMMIT among them; those
     * of the sealing job and of the look whether the house may serve are left out.
     *
     * @param application the connections' application_name
     */
    public List<String> since(long then, String application) throws IOException {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ)) {
            file.position(then);
            String text = new String(Channels.newInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
            return statements(text, application);
        }
    }

    /** The statements of an application in a piece of the log; white space counts as one space. */
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
                .filter(statement -> !LOOKING.matcher(statement).find())
                .map(statement -> statement.replaceAll("\\s+", " ").strip())
                .toList();
    }

    @Override
    public void close() throws SQLException {
        try (superuser;
                Statement statement = superuser.createStatement()) {
            statement.execute("ALTER SYSTEM RESET ALL");
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
