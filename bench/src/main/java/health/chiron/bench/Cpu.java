package health.chiron.bench;

import health.chiron.launcher.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processor time in seconds, by who used it. On a machine that is busy with other things throughput swings; this hardly does.
 *
 * @param server the application server
 * @param database PostgreSQL with all its processes
 * @param client the bench itself
 */
record Cpu(double server, double database, double client) {
    static final Cpu NONE = new Cpu(0, 0, 0);

    private static final double TICKS_A_SECOND = 100;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int USER_OF_ENDED_CHILDREN = 13;
    private static final int SYSTEM_OF_ENDED_CHILDREN = 14;

    /** What they have used since they began. */
    static Cpu now(Stack stack) throws IOException {
        return new Cpu(
                own(stat(stack.server().process().pid())),
                database(stack.database().process().pid()),
                own(stat(ProcessHandle.current().pid())));
    }

    private static double database(long main) throws IOException {
        String[] fields = stat(main);
        double seconds = own(fields) + sum(fields, USER_OF_ENDED_CHILDREN, SYSTEM_OF_ENDED_CHILDREN);
        List<Long> processes;
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            processes = all.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[0-9]+"))
                    .map(Long::valueOf)
                    .toList();
        }
        for (long process : processes) {
            String[] each = stat(process);
            if (each.length > PARENT && Long.parseLong(each[PARENT]) == main) {
                seconds += own(each);
            }
        }
        return seconds;
    }

    /** The fields of /proc/PID/stat behind the name (proc(5)); none for a process that is gone. */
    private static String[] stat(long process) throws IOException {
        try {
            return fields(Files.readString(Path.of("/proc/" + process + "/stat")));
        } catch (NoSuchFileException e) {
            return new String[0];
        } catch (IOException e) {
            if (Files.exists(Path.of("/proc/" + process))) {
                throw e;
            }
            return new String[0];
        }
    }

    /** The name stands in parentheses and may hold anything, parentheses too. */
    static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    }

    private static double own(String... fields) {
        return fields.length == 0 ? 0 : sum(fields, USER, SYSTEM);
    }

    private static double sum(String[] fields, int one, int other) {
        return (Long.parseLong(fields[one]) + Long.parseLong(fields[other])) / TICKS_A_SECOND;
    }

    /** What was used since. */
    Cpu since(Cpu before) {
        return new Cpu(server - before.server, database - before.database, client - before.client);
    }

    Cpu plus(Cpu more) {
        return new Cpu(server + more.server, database + more.database, client + more.client);
    }
}
