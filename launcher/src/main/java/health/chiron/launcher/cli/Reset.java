package health.chiron.launcher.cli;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.FolderLock;
import health.chiron.launcher.run.Progress;
import health.chiron.launcher.tools.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Removes a data folder after asking. The unpacked programs stay, so that the next start is quick. */
final class Reset implements Command {
    private final Map<String, String> environment;

    Reset(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int run(List<String> line) {
        Arguments arguments = Arguments.parse(line, Set.of(DataOption.NAME), Set.of("--yes"), environment);
        DataFolder data = DataOption.of(arguments, Home.find());
        if (!Files.exists(data.root())) {
            System.out.println("There is no data folder " + data.root() + ".");
            return 0;
        }
        requireOurs(data);
        if (!arguments.has("--yes") && !confirmed(data)) {
            throw new LauncherException("Nothing was removed.");
        }
        Progress progress = Progress.to(System.out);
        Down.stop(data, progress);
        try (FolderLock lock = FolderLock.take(data.lock(), "Chiron is starting on " + data.root() + " right now.")) {
            progress.step("Removing " + data.root(), () -> DataFolder.delete(data.root()));
        }
        return 0;
    }

    /** A mistyped --data must not cost anybody a folder of another kind. */
    private static void requireOurs(DataFolder data) {
        if (!Files.exists(data.secrets()) || !Files.exists(data.lock())) {
            throw new LauncherException(data.root() + " does not look like a data folder of Chiron, so it stays.");
        }
    }

    private static boolean confirmed(DataFolder data) {
        System.out.print("Remove " + data.root() + " with all patients, secrets and logs in it? Type yes: ");
        System.out.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return "yes".equals(answer);
        } catch (IOException e) {
            return false;
        }
    }
}
