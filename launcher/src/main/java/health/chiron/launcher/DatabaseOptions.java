package health.chiron.launcher;

import health.chiron.launcher.run.DataFolder;
import health.chiron.launcher.run.Progress;
import health.chiron.launcher.tools.Home;
import java.nio.file.Path;

/**
 * How a database is to run.
 *
 * @param home where the programs and their settings come from
 * @param data the folder that keeps it
 * @param port on the loopback address; 0 chooses a free one
 * @param durable false gives speed for data that is thrown away
 * @param progress who is told about long steps
 */
public record DatabaseOptions(Home home, DataFolder data, int port, boolean durable, Progress progress) {

    /** A database of its own in this folder, on a free port, as safe as in production, silent. */
    public static DatabaseOptions in(Path folder) {
        return new DatabaseOptions(Home.find(), new DataFolder(folder), 0, true, Progress.silent());
    }

    /** The same without waiting for the disk: for tests that throw the data away. */
    public DatabaseOptions throwAway() {
        return new DatabaseOptions(home, data, port, false, progress);
    }
}
