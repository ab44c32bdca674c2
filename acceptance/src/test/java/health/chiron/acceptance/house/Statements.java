package health.chiron.acceptance.house;

import health.chiron.launcher.StatementLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the application asks the database for one request. */
public final class Statements implements AutoCloseable {
    private static final String APPLICATION = "chiron";
    private static final int TRIES = 10;

    /** With this the server's pool asks once in a second whether a connection still lives. */
    private static final String VALIDATION = "SELECT 1";

    private final StatementLog log;

    private Statements(StatementLog log) {
        this.log = log;
    }

    /** Watches until closed. */
    public static Statements watch() {
        try {
            return new Statements(StatementLog.of(House.get().stack()));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * The statements of a request; those of one batch count once, however many rows it has. The request is sent until two times
     * were alike, for a connection may notice the log late and a job's statement may come between.
     */
    public List<String> of(Runnable request) {
        List<String> before;
        List<String> now = List.of();
        int tries = 0;
        do {
            before = now;
            now = once(request);
        } while ((now.isEmpty() || !now.equals(before)) && ++tries < TRIES);
        return now;
    }

    private List<String> once(Runnable request) {
        try {
            long then = log.now();
            request.run();
            return batchesAsOne(log.since(then, APPLICATION));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> batchesAsOne(List<String> statements) {
        List<String> all = new ArrayList<>();
        for (String statement : statements) {
            if (statement.equals(VALIDATION)) {
                continue;
            }
            String general = statement
                    .replaceAll("\\(\\$\\d+(, ?\\$\\d+)*\\)", "(...)")
                    .replaceAll("(\\(\\.\\.\\.\\))(,\\(\\.\\.\\.\\))+", "$1");
            if (all.isEmpty() || !general.contains("(...)") || !general.equals(all.get(all.size() - 1))) {
                all.add(general);
            }
        }
        return all;
    }

    @Override
    public void close() {
        try {
            log.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
