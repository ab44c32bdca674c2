package health.chiron.launcher.run;

import health.chiron.launcher.LauncherException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Ends processes that were started here, and only those: the identity is checked before every signal. */
public final class Signals {
    private static final long POLL_MILLIS = 50;

    private Signals() {}

    /** Sends a signal (INT, TERM, KILL) to exactly this process; nothing happens when it is gone. */
    public static void send(ProcessId process, String signal) {
        if (!process.isAlive()) {
            return;
        }
        try {
            // The shell's own "kill": Java cannot send INT, and the program of that name is not on every machine.
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LauncherException("A signal could not be sent to process " + process.pid() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks a process to end, waits, and ends it by force when it has not gone by then. True when it went by itself. */
    public static boolean end(ProcessId process, String signal, Duration patience) {
        send(process, signal);
        if (awaitGone(process, patience)) {
            return true;
        }
        send(process, "KILL");
        awaitGone(process, Duration.ofSeconds(10));
        return false;
    }

    /** Waits until a process is gone; false when it is still there after the given time. */
    public static boolean awaitGone(ProcessId process, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (process.isAlive()) {
            if (Instant.now().isAfter(end) || !pause()) {
                return !process.isAlive();
            }
        }
        return true;
    }

    /** Lets a moment pass between two looks at a condition; false when the thread was asked to stop. */
    public static boolean pause() {
        try {
            Thread.sleep(POLL_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
