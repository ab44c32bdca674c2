package health.chiron.launcher.cli;

import health.chiron.launcher.LauncherException;
import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.tools.Home;
import java.nio.file.Path;

/** The data folder that a command works on: --data, CHIRON_DATA, else run/ in Chiron's folder. */
final class DataOption {
    static final String NAME = "--data";

    private DataOption() {}

    static DataFolder of(Arguments arguments, Home home) {
        return new DataFolder(arguments.text(NAME, "CHIRON_DATA").map(Path::of).orElseGet(home::defaultData));
    }

    /** Refuses to go on when something is stopped or was never started. */
    static LauncherException notRunning(DataFolder data) {
        return new LauncherException(
                "Chiron does not run on the data folder " + data.root() + "; ./chiron up starts it.");
    }
}
