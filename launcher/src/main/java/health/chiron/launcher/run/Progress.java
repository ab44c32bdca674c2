package health.chiron.launcher.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells a waiting person what is going on: one line for each long step, with the seconds that it took. */
public final class Progress {
    private final PrintStream out;

    private Progress(PrintStream out) {
        this.out = out;
    }

    /** Lines go to this stream. */
    public static Progress to(PrintStream out) {
        return new Progress(out);
    }

    /** Nothing is printed: for tests. */
    public static Progress silent() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    /** Runs a step and prints its line. */
    public void step(String name, Runnable work) {
        out.print("  " + name + " ... ");
        out.flush();
        long begin = System.nanoTime();
        try {
            work.run();
        } catch (RuntimeException e) {
            out.println("failed");
            throw e;
        }
        out.println(String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begin) / 1e9));
    }

    /** Prints a line of its own. */
    public void say(String line) {
        out.println(line);
    }
}
