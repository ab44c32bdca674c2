package health.chiron.launcher.cli;

import java.util.List;

/** One word after ./chiron. */
interface Command {
    /**
     * Does its work.
     *
     * @param line what stands after the command's name
     * @return the exit code
     */
    int run(List<String> line);
}
