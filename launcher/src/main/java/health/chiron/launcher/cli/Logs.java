package health.chiron.launcher.cli;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.Signals;
import health.chiron.launcher.tools.Home;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows the end of a log and, when asked, what is added to it. */
final class Logs implements Command {
    private static final int LAST_BYTES = 16 * 1024;

    private final Map<String, String> environment;

    Logs(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int run(List<String> line) {
        Arguments arguments = Arguments.parse(line, Set.of(DataOption.NAME), Set.of("-f"), environment);
        DataFolder data = DataOption.of(arguments, Home.find());
        String which = arguments.rest().isEmpty() ? "server" : arguments.rest().get(0);
        Path log = switch (which) {
            case "server" -> data.logs().resolve("server.log");
            case "db" -> data.logs().resolve("database.log");
            default -> throw new UsageException("There are two logs: server and db.");
        };
        if (!Files.exists(log)) {
            throw new LauncherException("There is no " + log + " yet.");
        }
        long seen = show(log, Math.max(0, size(log) - LAST_BYTES));
        while (arguments.has("-f") && Signals.pause()) {
            // A log that became smaller has turned over and is read from its beginning.
            seen = show(log, size(log) < seen ? 0 : seen);
        }
        return 0;
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long show(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] bytes = new byte[(int) Math.min(file.length() - from, LAST_BYTES)];
            file.readFully(bytes);
            System.out.print(new String(bytes, StandardCharsets.UTF_8));
            System.out.flush();
            return from + bytes.length;
        } catch (IOException e) {
            return from;
        }
    }
}
