package health.chiron.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process of this machine that cannot be mistaken for another one: numbers are used again, so the moment of its start
 * and the boot of the machine belong to its identity.
 *
 * @param pid the process number
 * @param startTicks clock ticks between the boot and the start of the process
 * @param boot the kernel's name for the current boot
 */
public record ProcessId(long pid, long startTicks, String boot) {
    private static final int START_TIME_AFTER_NAME = 19;
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** The identity of a running process; empty when there is none with this number. */
    public static Optional<ProcessId> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The second field is the program's name in brackets and may itself hold spaces and brackets.
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            if (afterName[0].equals("Z")) {
                return Optional.empty();
            }
            return Optional.of(new ProcessId(
                    pid,
                    Long.parseLong(afterName[START_TIME_AFTER_NAME]),
                    Files.readString(BOOT).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // The process went away between opening and reading its entry.
            return Optional.empty();
        }
    }

    /** The identity of a process that ended before anybody could look at it. */
    public static ProcessId gone(long pid) {
        return new ProcessId(pid, 0, "");
    }

    /** True while exactly this process runs. */
    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /** Memory that the process holds in RAM, in bytes; 0 when it is gone. */
    public long residentBytes() {
        if (!isAlive()) {
            return 0;
        }
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
